import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * `npm run build`: compiles what the package exports, and nothing else, into dist/; then puts beside every module the
 * data files it names with `new URL('./…', import.meta.url)`.
 */
const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
const { status } = spawnSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)

const modules = readdirSync(dist, { encoding: 'utf8', recursive: true }).filter((file) =>
  file.endsWith('.js'),
)
const asset = /new URL\('(\.[^']+)', import\.meta\.url\)/g
for (const module of modules) {
  for (const [, named = ''] of readFileSync(join(dist, module), 'utf8').matchAll(asset)) {
    const file = join(dirname(module), named)
    mkdirSync(join(dist, dirname(file)), { recursive: true })
    copyFileSync(join(root, file), join(dist, file))
    console.log(`dist/${file}, which ${module} reads`)
  }
}

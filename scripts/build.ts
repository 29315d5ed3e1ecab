import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * `npm run build`: compiles what the package exports, and nothing else, into dist/, and puts the data files beside the
 * modules that read them.
 */
const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const isData = (file: string) => /\.(css|html|js|json|rtp|svg)$/.test(file) && !/\btesting\b/.test(file)

rmSync(dist, { recursive: true, force: true })
const { status } = spawnSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)

for (const file of readdirSync(join(root, 'src'), { encoding: 'utf8', recursive: true }).filter(isData)) {
  const copy = join(dist, 'src', file)
  mkdirSync(dirname(copy), { recursive: true })
  copyFileSync(join(root, 'src', file), copy)
}

// What each build of the SDK was seen to do stands where the versions are tried.
mkdirSync(join(dist, 'versions'))
for (const file of readdirSync(join(root, 'versions')).filter((name) => name.endsWith('.json')))
  copyFileSync(join(root, 'versions', file), join(dist, 'versions', file))

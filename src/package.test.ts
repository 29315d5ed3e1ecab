import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

/**
 * The package as a customer gets it: packed, installed in a project that has only the example's app and test. Needs the
 * npm registry, or npm's cache of it.
 */
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'zego-fault-harness-package-'))
const project = join(folder, 'customer')
const quietly = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
const entries = Object.keys(manifest.exports)
  .filter((entry) => !entry.endsWith('.json'))
  .map((entry) => entry.replace('.', 'zego-fault-harness'))

let packed: { filename: string; size: number; files: { path: string }[] }

function run(cwd: string, command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', env: cleanEnvironment() })
}

/** Without what the runners around this test tell their own children. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = /^(VITEST|NODE_OPTIONS|NODE_ENV|TEST|npm_(package|lifecycle))/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)))
}

beforeAll(() => {
  run(root, 'npm', 'run', '--silent', 'build')
  const answer = run(root, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder)
  packed = [JSON.parse(answer)].flatMap((value) => (Array.isArray(value) ? value : Object.values(value)))[0]
  cpSync(join(root, 'examples/plain'), project, { recursive: true })
  const dependencies = ['@playwright/test', '@types/node', 'zego-express-engine-webrtc'] as const
  const versions = dependencies.map((name) => `${name}@${manifest.devDependencies[name]}`)
  rmSync(join(project, 'package.json'))
  run(project, 'npm', 'init', '--yes', '--init-type=module')
  run(project, 'npm', 'install', ...quietly, join(folder, packed.filename), ...versions)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the tarball is small and holds what runs, nothing that only tests or shows it', () => {
  const paths = packed.files.map(({ path }) => path)
  expect(packed.size).toBeLessThan(1_000_000)
  expect(paths.filter((path) => !/^(dist\/|bin\/|package\.json|README|LICENSE)/.test(path))).toEqual([])
  expect(paths.filter((path) => /test|scenarios\/|\.ts$/.test(path) && !path.endsWith('.d.ts'))).toEqual([])
  const data = readdirSync(join(root, 'src/cloud/gateway/media/recordings')).map(
    (file) => `dist/src/cloud/gateway/media/recordings/${file}`,
  )
  expect(paths).toEqual(expect.arrayContaining(data))
})

test.each(entries)('%s loads in a module and in CommonJS', (entry) => {
  const load = `const wayIn = (how) => (module) => console.log(how, Object.keys(module).length > 0)
    import('${entry}').then(wayIn('import'))
    wayIn('require')(require('${entry}'))`
  const said = run(project, 'node', '--input-type=commonjs', '--eval', load)
  expect(said).toContain('import true')
  expect(said).toContain('require true')
})

test.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('the example’s test is type-checked with module %s, resolution %s', (module, moduleResolution) => {
  const compilerOptions = {
    ...{ module, moduleResolution, target: 'esnext', strict: true, noEmit: true, types: ['node'] },
    skipLibCheck: false,
  }
  const file = join(project, 'tsconfig.json')
  const imports = entries.map((entry, index) => `import * as entry${index} from '${entry}'`)
  writeFileSync(
    join(project, 'entries.ts'),
    `${imports.join('\n')}\nexport { ${entries.map((_, index) => `entry${index}`).join(', ')} }\n`,
  )
  writeFileSync(file, JSON.stringify({ compilerOptions, files: ['class-room.spec.ts', 'entries.ts'] }))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout, status } = spawnSync('node', [tsc, '-p', file], { encoding: 'utf8' })
  rmSync(file)
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

test('the command line knows every code', () => {
  const codes: unknown = JSON.parse(run(project, 'npx', '--no-install', 'zego-faults', 'codes', '--json'))
  expect(codes).toHaveLength(232)
  const explained = run(project, 'npx', '--no-install', 'zego-faults', 'explain', '1006006')
  expect(explained).toContain('faults.device.unplug()')
  expect(explained).toMatch(/scenarios\/device\/device-unplugged\.spec\.ts:\d+/)
})

test('the example’s test runs, and a kick-out surfaces', { timeout: 60_000 }, () => {
  expect(run(project, 'npx', '--no-install', 'playwright', 'test')).toMatch(/1 passed/)
})

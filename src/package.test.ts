import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pages } from '../docs/testing/page.ts'
import { sourcesOf } from '../docs/testing/source.ts'
import manifest from '../package.json' with { type: 'json' }
import { codes } from './codes/index.ts'
import { recipesFor } from './codes/recipes.ts'

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

/** What the documentation shows a customer, as files of the customer's own. */
const blocks = pages.flatMap((page) => page.blocks)
const sources = blocks
  .flatMap((block) => sourcesOf(block, blocks))
  .filter(({ file }) => !/^(scenarios|zz-)/.test(file))
  .map(({ file, text }) => ({ file, text: text.replace(/from '(\.\/[^']+)\.ts'/, "from '$1.js'") }))
/** And every call that `explain` gives. */
const recipes = codes.flatMap(({ code }) => recipesFor(code)).map((recipe) => `  await ${recipe}`)
sources.push({
  file: 'recipes.spec.ts',
  text: `import { reply, test } from 'zego-fault-harness'\ntest('recipes', async ({ faults }) => {\n${recipes.join('\n')}\n})\n`,
})
const documented = sources.map(({ file }) => file)

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
  for (const { version, name } of compilers) versions.push(`${name}@npm:typescript@~${version}.0`)
  rmSync(join(project, 'package.json'))
  run(project, 'npm', 'init', '--yes', '--init-type=module')
  run(project, 'npm', 'install', ...quietly, join(folder, packed.filename), ...versions)
  const imports = entries.map((entry, index) => `import * as entry${index} from '${entry}'`)
  const names = entries.map((_, index) => `entry${index}`).join(', ')
  writeFileSync(join(project, 'entries.ts'), `${imports.join('\n')}\nexport { ${names} }\n`)
  for (const { file, text } of sources) {
    mkdirSync(dirname(join(project, file)), { recursive: true })
    writeFileSync(join(project, file), text)
  }
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the tarball is small and holds what runs, nothing that only tests or shows it', () => {
  const paths = packed.files.map(({ path }) => path)
  expect(packed.size).toBeLessThan(1_000_000)
  expect(
    paths.filter(
      (path) =>
        !/^(dist\/|docs\/[\w.-]+\.md|docs\/pictures\/[\w-]+\.webp|bin\/|package\.json|README|CHANGELOG|SECURITY|LICENSE)/.test(
          path,
        ),
    ),
  ).toEqual([])
  const ours = /\.test\.|\/testing\/|scenarios\/|test-app\/|\.ts$/
  // Of the sample app, what a customer may take.
  const taken = /\.(d\.ts|md)$|^dist\/test-app\/src\/reactions(\.zh)?\.js$/
  expect(paths.filter((path) => ours.test(path) && !taken.test(path))).toEqual([])
  const data = readdirSync(join(root, 'src/cloud/gateway/media/recordings')).map(
    (file) => `dist/src/cloud/gateway/media/recordings/${file}`,
  )
  expect(paths).toEqual(expect.arrayContaining(data))
})

test('publint has nothing to say about the package as it is installed', async () => {
  const pkgDir = join(project, 'node_modules/zego-fault-harness')
  const { messages, pkg } = await publint({ pkgDir, pack: false, strict: true })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

/** What the house needs of itself, by where it is declared: no editor offers it to a customer. */
const ownNeeds = {
  'fixtures/test': ['observer', 'door', 'doors', 'preparedStage', 'entrance', 'givenPlayer'],
  'src/cloud/cloud': ['accept', 'links', 'handlers', 'clientsThrough', 'reportUnknownRequest'],
  'src/cloud/gateway/gateway': ['desk', 'options', 'open', 'forget', 'createSession'],
  'src/cloud/liveroom/room': ['needs', 'enter', 'leave'],
  'src/observe/zego': [
    ...['control', 'claims', 'wordClaims', 'reactionClaims', 'recoveryClaims', 'look', 'picture', 'notes'],
    'byConsole',
  ],
}

test.each(Object.entries(ownNeeds))('the types of %s leave out what is internal', (file, names) => {
  const types = readFileSync(join(project, `node_modules/zego-fault-harness/dist/${file}.d.ts`), 'utf8')
  const members = [...types.matchAll(/^ {4}(?:(?:readonly|get|set|static|async) )*(\w+)\??[(:<]/gm)]
  const declared = members.map(([, name = '']) => name)
  expect(declared.length).toBeGreaterThan(0)
  expect(names.filter((name) => declared.includes(name))).toEqual([])
  expect(types).not.toContain('@internal')
})

test.each(entries)('%s loads in a module and in CommonJS', (entry) => {
  const load = `const wayIn = (how) => (module) => console.log(how, Object.keys(module).length > 0)
    import('${entry}').then(wayIn('import'))
    wayIn('require')(require('${entry}'))`
  const said = run(project, 'node', '--input-type=commonjs', '--eval', load)
  expect(said).toContain('import true')
  expect(said).toContain('require true')
})

/** From the oldest that apps are built with to the newest. The declarations of protobuf-es need 5.7, so 5.6 has to skip them. */
const compilers = ['5.6', '5.7', '7.0'].map((version) => ({
  version,
  name: `typescript-${version}`,
  skipLibCheck: version === '5.6',
}))
const resolutions = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
] as const
const builds = compilers.flatMap((compiler) =>
  resolutions.map((resolution) => ({ ...compiler, ...resolution })),
)

test.each(builds)(
  'the example, all entries and all that is documented are type-checked by TypeScript $version with module $module, resolution $moduleResolution',
  ({ name, skipLibCheck, module, moduleResolution }) => {
    const compilerOptions = {
      ...{ module, moduleResolution, target: 'esnext', strict: true, noEmit: true, types: ['node'] },
      skipLibCheck,
    }
    const file = join(project, 'tsconfig.json')
    writeFileSync(
      file,
      JSON.stringify({ compilerOptions, files: ['class-room.spec.ts', 'entries.ts', ...documented] }),
    )
    const tsc = join(project, 'node_modules', name, 'bin/tsc')
    const { stdout, status } = spawnSync('node', [tsc, '-p', file], { encoding: 'utf8' })
    rmSync(file)
    expect(stdout).toBe('')
    expect(status).toBe(0)
  },
)

test('the command line knows every code', () => {
  const codes: unknown = JSON.parse(run(project, 'npx', '--no-install', 'zego-faults', 'codes', '--json'))
  expect(codes).toHaveLength(232)
  const explained = run(project, 'npx', '--no-install', 'zego-faults', 'explain', '1006006')
  expect(explained).toContain("faults.device.unplug('camera')")
  expect(explained).not.toMatch(/scenario/i)
})

test('the example’s test runs, and a kick-out surfaces', () => {
  expect(run(project, 'npx', '--no-install', 'playwright', 'test', 'class-room.spec.ts')).toMatch(/1 passed/)
})

test('the first test that init writes runs, and passes in the example', () => {
  expect(run(project, 'npx', '--no-install', 'zego-faults', 'init')).toContain(
    'Run: npx playwright test removed',
  )
  expect(run(project, 'npx', '--no-install', 'playwright', 'test', 'customer/tests/removed')).toMatch(
    /1 passed/,
  )
})

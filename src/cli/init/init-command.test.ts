import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { run } from '../testing/run.ts'

const root = join(import.meta.dirname, '../../..')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const vite = { type: 'module', scripts: { dev: 'vite' }, devDependencies: { typescript: '^5.9.0' } }
const installed = {
  'node_modules/zego-fault-harness/package.json': '{ "version": "0.1.0" }',
  'node_modules/@playwright/test/package.json': '{ "version": "1.65.1" }',
}

test('a configuration and a first test are written, and what to do next is said', () => {
  const folder = projectWith({ 'package.json': vite, 'pnpm-lock.yaml': '', ...installed })
  const { exit, out } = init(folder)
  expect(exit).toBe(0)
  expect(read(folder, 'playwright.config.ts')).toBe(`import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests',
  reporter: [['list'], ['zego-fault-harness/unhandled']],
  use: { baseURL: 'http://localhost:5173', trace: 'retain-on-failure' },
  webServer: { command: 'pnpm run dev', url: 'http://localhost:5173', reuseExistingServer: true },
})
`)
  expect(read(folder, 'tests/removed.spec.ts')).toContain("faults.signaling.kick('by-server')")
  expect(out).not.toContain('Add to playwright.config')
  expect(out).toMatch(/Will write\n {2}playwright\.config\.ts .*\n {2}tests\/removed\.spec\.ts .*\n\nWrote/)
  expect(out).toMatch(/\d\. {2}Run: pnpm exec playwright test removed$/)
})

test('a second run finds all there, and writes nothing', () => {
  const folder = projectWith({ 'package.json': vite, ...installed })
  init(folder)
  writeFileSync(join(folder, 'tests/removed.spec.ts'), 'mine')
  const { exit, out } = init(folder)
  expect(exit).toBe(0)
  expect(out).toContain('All is there; nothing was written.')
  expect(out).toContain('Run: npx playwright test removed')
  expect(read(folder, 'tests/removed.spec.ts')).toBe('mine')
})

test('a dry run says the same and writes nothing', () => {
  const folder = projectWith({ 'package.json': vite })
  const { exit, out } = init(folder, '--dry-run')
  expect(exit).toBe(0)
  expect(out).toContain('Would write (nothing was written)\n  playwright.config.ts')
  expect(out).toContain('Run: npx playwright test removed')
  expect(readdirSync(folder).toSorted()).toEqual(['.git', 'package.json'])
})

test('a configuration that is there stays, and the lines that it lacks are said', () => {
  const configuration = "export default { testDir: './specs/', use: { locale: 'zh-CN' } }"
  const folder = projectWith({ 'package.json': vite, 'playwright.config.mjs': configuration, ...installed })
  const { out } = init(folder)
  expect(read(folder, 'playwright.config.mjs')).toBe(configuration)
  expect(readdirSync(folder)).not.toContain('playwright.config.ts')
  expect(readdirSync(join(folder, 'specs'))).toEqual(['removed.spec.ts'])
  expect(out).toContain(
    "Add to playwright.config.mjs, inside defineConfig({ … }):\n       use: { baseURL: 'http://localhost:5173', trace: 'retain-on-failure' },\n" +
      "       webServer: { command: 'npm run dev', url: 'http://localhost:5173', reuseExistingServer: true },",
  )
})

test('what is not installed, or too old, is named with the line that installs it', () => {
  const folder = projectWith({ 'package.json': vite, 'yarn.lock': '' })
  expect(init(folder).out).toContain('Install: yarn add --dev zego-fault-harness @playwright/test')
  const old = { ...installed, 'node_modules/@playwright/test/package.json': '{ "version": "1.40.0" }' }
  expect(init(projectWith({ 'package.json': vite, ...old })).out).toContain('--save-dev @playwright/test')
})

test.for([
  [{ type: 'module', devDependencies: { typescript: '5' } }, '.ts'],
  [{ devDependencies: { typescript: '5' } }, '.mts'],
  [{ type: 'module' }, '.js'],
  [{}, '.mjs'],
] as const)('the files of %j end in %s', ([manifest, extension]) => {
  const folder = projectWith({ 'package.json': manifest })
  init(folder)
  expect(readdirSync(folder)).toContain(`playwright.config${extension}`)
  expect(readdirSync(join(folder, 'tests'))).toEqual([`removed.spec${extension}`])
})

test.for([
  [{ dev: 'next dev' }, 'http://localhost:3000'],
  [{ dev: 'vite --port 8081' }, 'http://localhost:8081'],
  [{ start: 'PORT=4000 node server.js' }, 'http://localhost:4000'],
  [{ start: 'ng serve' }, 'http://localhost:4200'],
] as const)('%j serves %s', ([scripts, url]) => {
  const folder = projectWith({ 'package.json': { scripts } })
  const { out } = init(folder)
  expect(read(folder, 'playwright.config.mjs')).toContain(
    `use: { baseURL: '${url}', trace: 'retain-on-failure' }`,
  )
  expect(out).not.toContain('guess')
})

test('the port of a vite configuration counts', () => {
  const folder = projectWith({
    'package.json': vite,
    'vite.config.ts': 'export default { server: { port: 9000 } }',
  })
  init(folder)
  expect(read(folder, 'playwright.config.ts')).toContain('http://localhost:9000')
})

test('a vite configuration that is a link to nowhere says no port', () => {
  const folder = projectWith({ 'package.json': vite })
  symlinkSync('/nowhere/vite.config.ts', join(folder, 'vite.config.ts'))
  expect(init(folder).out).toContain('http://localhost:5173')
})

test('what cannot be found out is said', () => {
  const folder = projectWith({ 'package.json': {} })
  const { out } = init(folder)
  expect(read(folder, 'playwright.config.mjs')).not.toContain('webServer')
  expect(out).toContain('Check the address http://localhost:3000 in playwright.config.mjs: it is a guess.')
  expect(out).toContain('Start your app by hand')
})

test('tests of another runner stay among themselves', () => {
  const manifest = { ...vite, devDependencies: { vitest: '^4.0.0' } }
  const folder = projectWith({ 'package.json': manifest, 'tests/sum.test.js': '' })
  const { out } = init(folder)
  expect(readdirSync(join(folder, 'e2e'))).toEqual(['removed.spec.js'])
  expect(out).toContain('Keep e2e/ from vitest')
})

test('a link that leads nowhere is not written through, and is no configuration', () => {
  const folder = projectWith({ 'package.json': vite, ...installed })
  const target = join(folder, 'elsewhere.ts')
  mkdirSync(join(folder, 'tests'))
  symlinkSync(target, join(folder, 'tests/removed.spec.ts'))
  const { exit, err } = init(folder)
  expect(exit).toBe(1)
  expect(err).toContain('was not written: EEXIST')
  expect(existsSync(target)).toBe(false)

  const configured = projectWith({ 'package.json': vite })
  symlinkSync(target, join(configured, 'playwright.config.ts'))
  expect(init(configured)).toMatchObject({
    exit: 2,
    err: expect.stringMatching(/playwright\.config\.ts cannot be read: ENOENT.*Mend it/),
  })
})

test('a folder that has the first test alone is free, a file of that name is not', () => {
  const first = projectWith({ 'package.json': vite, 'tests/removed.spec.ts': 'mine' })
  init(first)
  expect(read(first, 'playwright.config.ts')).toContain("testDir: 'tests'")
  expect(read(first, 'tests/removed.spec.ts')).toBe('mine')
  const file = projectWith({ 'package.json': vite, tests: 'a file' })
  init(file)
  expect(read(file, 'playwright.config.ts')).toContain("testDir: 'e2e'")
})

test('what a configuration says is not said again, and counts: its address, its folder, its server', () => {
  const text = "export default { use: { baseURL: 'http://localhost:7777' }, webServer: {} }"
  const folder = projectWith({
    'package.json': vite,
    'playwright.config.ts': text,
    'e2e/a.spec.ts': '',
    ...installed,
  })
  const { out } = init(folder)
  expect(out).toContain('address        http://localhost:7777\n')
  expect(out).not.toContain('Add to playwright.config.ts')
  expect(readdirSync(join(folder, 'e2e')).toSorted()).toEqual(['a.spec.ts', 'removed.spec.ts'])
  const half = projectWith({
    'package.json': vite,
    'playwright.config.ts': text.replace(', webServer: {}', ''),
    ...installed,
  })
  const said = init(half).out
  expect(said).toContain("webServer: { command: 'npm run dev', url: 'http://localhost:7777'")
  expect(said).not.toContain('use: {')
  expect(readdirSync(half)).not.toContain('playwright.config.js')
})

test('what is installed above counts, but no lock file beyond the repository', () => {
  const above = projectWith({ 'bun.lock': '', 'app/package.json': vite, 'app/.git/HEAD': '' })
  for (const [file, text] of Object.entries(installed)) {
    mkdirSync(dirname(join(above, file)), { recursive: true })
    writeFileSync(join(above, file), text)
  }
  const { out } = init(join(above, 'app'))
  expect(out).not.toContain('Install:')
  expect(out).toContain('Run: npx playwright test removed')
})

test('dev is started before start, and a preview of vite is elsewhere', () => {
  const both = projectWith({ 'package.json': { scripts: { start: 'next start', dev: 'vite' } } })
  expect(init(both).out).toContain('dev server     npm run dev\n  address        http://localhost:5173')
  const preview = projectWith({ 'package.json': { scripts: { start: 'vite preview' } } })
  expect(init(preview).out).toContain('http://localhost:4173')
})

test('what a run leaves is to be ignored, unless it is', () => {
  const advice = 'Add test-results/ to .gitignore'
  expect(init(projectWith({ 'package.json': vite })).out).toContain(advice)
  expect(init(projectWith({ 'package.json': vite, '.gitignore': 'test-results/' })).out).not.toContain(advice)
})

test('the lock file of a workspace above counts', () => {
  const folder = projectWith({ 'bun.lock': '', 'packages/app/package.json': vite })
  expect(init(join(folder, 'packages/app')).out).toContain('bunx playwright test removed')
})

test('a folder without a project is refused, and so is a package.json that is none', () => {
  expect(init(projectWith({ 'README.md': '' }))).toMatchObject({
    exit: 2,
    err: expect.stringContaining('Run npx zego-faults init in the folder of your app.'),
  })
  const { exit, err } = init(projectWith({ 'package.json': '{' }))
  expect(exit).toBe(2)
  expect(err).toMatch(/package\.json cannot be read: .*Mend it/)
})

test('a file that cannot be written is named, and what to do', () => {
  const configuration = "export default { testDir: 'tests' }"
  const folder = projectWith({ 'package.json': vite, 'playwright.config.js': configuration, tests: 'a file' })
  const { exit, err } = init(folder)
  expect(exit).toBe(1)
  expect(err).toMatch(/^tests\/removed\.spec\.ts was not written: .*\nMake it possible/)
})

test('what is written has the right types', { timeout: 120_000 }, () => {
  const folder = projectWith({ 'package.json': vite })
  init(folder)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const configuration = { extends: join(root, 'tsconfig.json'), include: ['**/*.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  expect(
    execFileSync(process.execPath, [tsc, '-p', folder, '--listFilesOnly'], { encoding: 'utf8' }),
  ).toContain('removed.spec.ts')
  expect(() => execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })).not.toThrow()
})

/** A temporary folder with these files. */
function projectWith(files: Readonly<Record<string, string | object>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zego-faults-init-'))
  folders.push(folder)
  for (const [file, text] of Object.entries({ '.git/HEAD': '', ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), typeof text === 'string' ? text : JSON.stringify(text))
  }
  return folder
}

const init = (folder: string, ...options: readonly string[]) => run(['init', ...options], folder)

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { codes } from '../codes/index.ts'
import { buildLedger } from '../ledger/build-ledger.ts'
import { sampleRan } from '../ledger/testing/sample-ledger.ts'
import { sampleRecord } from '../ledger/testing/sample-run.ts'
import { main } from './main.ts'
import { wrap } from './terminal.ts'
import { run } from './testing/run.ts'

const lastRun = {
  status: 'passed',
  complete: true,
  whole: false,
  measured: { startedAt: '2026-01-01', durationMs: 1 },
} as const
const root = mkdtempSync(join(tmpdir(), 'zego-faults-'))
const empty = mkdtempSync(join(tmpdir(), 'zego-faults-'))
mkdirSync(join(root, 'scenarios/device'), { recursive: true })
writeFileSync(
  join(root, 'scenarios/device/device-unplugged.spec.ts'),
  "test('the camera is unplugged', { tag: '@1006006' }, async ({ faults }) => faults.device.unplug('camera'))",
)
afterAll(() => {
  for (const folder of [root, empty]) rmSync(folder, { recursive: true })
})

test('codes --json lists exactly the documented codes', () => {
  const { exit, out } = zegoFaults('codes', '--json')
  expect(JSON.parse(out).map((row: { code: number }) => row.code)).toEqual(codes.map((row) => row.code))
  expect(JSON.parse(out)).toHaveLength(232)
  expect(exit).toBe(0)
})

test('codes are listed by section, and can be limited to one', () => {
  const { out } = zegoFaults('codes', '--section', 'device')
  expect(out).toContain('Devices (5, --section device)')
  expect(out).toMatch(/^ {2}1006006 .*A device in use was unplugged$/m)
  expect(out).toContain('5 codes.')
})

test('codes can be limited to one evidence class, and to one section of it', () => {
  const listed = (...args: string[]) =>
    JSON.parse(zegoFaults('codes', ...args, '--json').out).map(({ code }: { code: number }) => code)
  const superseded = codes.filter(({ evidence }) => evidence === 'superseded')
  expect(listed('--evidence', 'superseded')).toEqual(superseded.map(({ code }) => code))
  expect(listed('--evidence', 'superseded', '--section', 'room')).toEqual(
    superseded.filter(({ section }) => section === 'room').map(({ code }) => code),
  )
})

test('where no word stands anywhere, none is to be left out', () => {
  expect(zegoFaults('codes', 'xylophone').err).toContain('Leave something out, or use fewer or other words.')
})

test('codes are found by words', () => {
  expect(zegoFaults('codes', 'camera', 'loose').out).toMatch(/^ {2}1106008 /)
})

test('the word that stands nowhere is named', () => {
  expect(zegoFaults('codes', 'camera', 'xylophone').err).toContain('No row has xylophone: leave that out.')
})

test('nothing found is said, with exit code 1', () => {
  const { exit, err } = zegoFaults('codes', 'xylophone', '--section', 'room')
  expect(exit).toBe(1)
  expect(err).toContain('No documented code with the words xylophone, in section room.')
  expect(zegoFaults('codes', 'xylophone', '--json')).toMatchObject({ exit: 1, out: '[]' })
})

test('a code is explained: meaning, advice, fault, scenario, and how to run it', () => {
  const { exit, out } = zegoFaults('explain', '1006006')
  expect(exit).toBe(0)
  expect(out).toContain('1006006  A device in use was unplugged')
  expect(out).toContain('使用中的设备已断开')
  expect(out).toMatch(/^Do .*Name the lost device/m)
  expect(out).toMatch(/^Made by +await faults\.device\.unplug\('camera'\) .*while the app publishes$/m)
  expect(unwrapped(out)).toContain('device-unplugged.spec.ts:1 the camera is unplugged')
  expect(out).toContain('npx playwright test device-unplugged --grep @1006006')
})

test.each([
  [
    '1002053',
    /^Made by +Nothing in this SDK: superseded by 1002031\. The documented situation is made by:$/m,
  ],
  ['1102020', /^Made by +Nothing in this SDK: superseded by 1102016, 1102018, 1001004\.$/m],
  ['1101001', /^Made by +Nothing in this SDK: not on the web\.$/m],
])('nobody is sent to make %s in vain', (code, said) => {
  const { out } = zegoFaultsIn(empty, 'explain', code)
  expect(out).toMatch(said)
  expect(out).toContain(`faults.signaling.force(${code})`)
})

test('a code is explained without scenarios and ledger, too', () => {
  const { exit, out } = zegoFaultsIn(empty, 'explain', '1006006')
  expect(exit).toBe(0)
  expect(out).not.toMatch(/scenario/i)
})

test('what the SDK did in the last run is part of the explanation', () => {
  const scenario = {
    id: 'a.spec.ts › unplugged',
    file: 'a.spec.ts',
    line: 1,
    title: 'unplugged',
    project: null,
    tags: ['@1006006'],
    repeat: 0,
    outcome: 'passed',
    startedAt: 1,
    durationMs: 1,
    error: null,
    record: sampleRecord(1006006, { reaction: 'Check your camera' }),
  } as const
  const run = {
    status: 'passed',
    complete: true,
    whole: false,
    measured: { startedAt: '2026-01-01', durationMs: 1 },
  } as const
  mkdirSync(join(empty, 'ledger-report'))
  const ledger = buildLedger([scenario], { run, othersExist: () => false })
  writeFileSync(join(empty, 'ledger-report/ledger.json'), JSON.stringify(ledger))

  const { out } = zegoFaultsIn(empty, 'explain', '1006006')
  expect(unwrapped(out)).toContain('The SDK surfaced it on event:deviceError.')
  expect(unwrapped(out)).toContain('the page said: Check your camera')
  expect(out).toMatch(/^Proofs +situation: judged by device$/m)
  expect(out).toMatch(/^ +means: real$/m)
  expect(out).toMatch(/^ +channel: 1006006 event:deviceError$/m)
  expect(out).toMatch(/^ +reaction: none$/m)
  expect(out).toMatch(/^ +recovery: none$/m)
  expect(out).toMatch(/^ +control: not-run$/m)
  const { lastRun } = JSON.parse(zegoFaultsIn(empty, 'explain', '@1006006', '--json').out)
  expect(lastRun).toMatchObject({ seen: ['event:deviceError'], scenarios: [{ outcome: 'passed' }] })
})

test('of the last run, what is said is of that code alone', () => {
  const root = mkdtempSync(join(tmpdir(), 'zego-faults-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'scenarios'))
  mkdirSync(join(root, 'ledger-report'))
  const source = "test('one', { tag: '@1006006' }, () => {})\ntest('two', { tag: '@1006006' }, () => {})"
  writeFileSync(join(root, 'scenarios/a.spec.ts'), `${source}\ntest('other', { tag: '@1106008' }, () => {})`)
  const claim = (code: number, shown?: string) => ({
    ...sampleRecord(code).claims[0],
    code,
    ...(shown && { shown }),
  })
  const record = sampleRecord(1006006, {
    claims: [claim(1106008, 'Your camera is loose'), claim(1006006, 'Unplugged')] as never,
    reaction: 'You have left',
    recoveries: [{ code: 1006006, where: 'app', passed: true, at: 2_000, by: 'plug', end: 'frames flow' }],
  })
  const one = sampleRan('device/unplugged', 'one', '@1006006', { record })
  const ledger = buildLedger([one], { run: lastRun, othersExist: () => false })
  const scenarios = ledger.scenarios.map((scenario) => ({ ...scenario, control: 'red' as const }))
  const rows = ledger.rows.map((row) => ({
    ...row,
    missing: row.code === 1006006 ? ['a way back'] : row.missing,
  }))
  writeFileSync(join(root, 'ledger-report/ledger.json'), JSON.stringify({ ...ledger, scenarios, rows }))

  const out = unwrapped(zegoFaultsIn(root, 'explain', '1006006').out)
  expect(out).toContain('the page said: Unplugged')
  expect(out).toContain('without it: red')
  expect(out).toContain('Only 1 of the 2 scenarios below ran, so it may take more.')
  expect(out).toContain('recovery: frames flow')
  expect(out).toContain('missing: a way back')
  expect(out).not.toContain('a.spec.ts:3')
  const explained = JSON.parse(zegoFaultsIn(root, 'explain', '1006006', '--json').out)
  expect(explained.lastRun.scenarios[0].claims).toMatchObject([{ code: 1006006 }])
  expect(explained.scenarios).toHaveLength(2)
  const unmet = zegoFaultsIn(root, 'explain', '1106008').out
  expect(unmet).toContain('None here: run the scenario below and ask again.')
  expect(unmet).not.toContain('Proofs')
})

test('a scenario of the last run that bears nothing out is told of, too', () => {
  const root = mkdtempSync(join(tmpdir(), 'zego-faults-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'ledger-report'))
  const failed = sampleRan('device/unplugged', 'one', '@1006006', { outcome: 'failed' })
  const ledger = buildLedger([failed], { run: lastRun, othersExist: () => false })
  writeFileSync(join(root, 'ledger-report/ledger.json'), JSON.stringify(ledger))
  const { out } = zegoFaultsIn(root, 'explain', '1006006')
  expect(unwrapped(out)).toContain('failed, by no fault')
})

test('nobody is told to force a number of the player', () => {
  expect(zegoFaults('explain', '0').out).not.toContain('faults.signaling.force')
})

test.for([
  [['explain', '1006007'], 1, '1006006  A device in use was unplugged'],
  [['explain'], 2, 'explain needs a code'],
  [['explain', 'camera', 'lost'], 2, 'npx zego-faults codes camera lost'],
  [['explain', '6000014'], 1, '6000014 is one of ZIM'],
  [['codes', '6000014'], 1, '6000014 is one of ZIM'],
  [['explain', '99'], 1, 'npx zego-faults codes camera unplugged'],
  [['explain', '1', '2'], 2, 'explain takes one code'],
  [['explain', '0', '--section', 'room'], 2, '--section is for codes, not for explain'],
  [['codes', '--dry-run'], 2, '--dry-run is for init, not for codes'],
  [['init', '--json'], 2, '--json is for codes and explain, not for init'],
  [['init', 'my-app'], 2, 'init takes no my-app'],
  [['inti'], 2, 'Did you mean: npx zego-faults init?'],
  [['codes', '--section', 'devise'], 2, 'Did you mean device?'],
  [['codes', '--evidence', 'proven'], 2, 'There are reproduced'],
  [['codez'], 2, 'Did you mean: npx zego-faults codes?'],
  [['explian', '1006006'], 2, 'Did you mean: npx zego-faults explain 1006006?'],
  [['1006006'], 2, 'Did you mean: npx zego-faults explain 1006006?'],
  [['@1_006_006'], 2, 'Did you mean: npx zego-faults explain 1006006?'],
  [['camera', 'unplugged'], 2, 'Did you mean: npx zego-faults codes camera unplugged?'],
  [['静音'], 2, 'Did you mean: npx zego-faults codes 静音?'],
  [['xylophone'], 2, 'There are init, codes, explain, help.'],
  [['help', 'codez'], 2, 'Did you mean: npx zego-faults codes?'],
  [['codez', '--help'], 2, 'Did you mean: npx zego-faults codes?'],
  [['codes', '--jsn'], 2, "Unknown option '--jsn'\nSee npx zego-faults --help."],
] as const)('%j ends with exit code %i and says what to do', ([args, code, words]) => {
  const { exit, out, err } = zegoFaults(...args)
  expect(exit).toBe(code)
  expect(err).toContain(words)
  expect(out).toBe('')
})

test('help is a lesson, within 100 columns', () => {
  const { exit, out } = zegoFaults('--help')
  expect(exit).toBe(0)
  expect(out).toContain('zego-faults explain 1103065')
  expect(out).toContain('copyrighted-music')
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  for (const args of [[], ['help'], ['help', 'help'], ['help', '--help']])
    expect(zegoFaults(...args)).toMatchObject({ exit: 0, out })
  const bare = out.split('\n').filter((line) => /(?<!npx )zego-faults (init|codes|explain)/.test(line))
  expect(bare).toEqual([])
})

test('init looks into the folder that it is run in, wherever the scenarios are', () => {
  const err: string[] = []
  const terminal = { out: () => {}, err: (text: string) => err.push(text), width: 100, colour: false }
  expect(main(['init', '--dry-run'], root, terminal, join(root, 'elsewhere'))).toBe(2)
  expect(err.join()).toContain(`There is no package.json in ${join(root, 'elsewhere')}.`)
})

test('help tells the options of the command that is asked for, and no other', () => {
  const options = (command: string) =>
    zegoFaults('help', command).out.match(/^ {2}--(?!help|version)[\w-]+/gm)
  expect(options('explain')).toEqual(['  --json'])
  expect(options('init')).toEqual(['  --dry-run'])
  expect(options('codes')).toEqual(['  --section', '  --evidence', '  --json'])
})

test('a line is filled to its last column', () => {
  expect(wrap('aaaa bbbb cc', 9)).toEqual(['aaaa bbbb', 'cc'])
  expect(wrap('a-word-that-is-longer b', 5)).toEqual(['a-word-that-is-longer', 'b'])
})

test.each(['init', 'codes', 'explain'])('help %s is about that command alone', (command) => {
  const { exit, out } = zegoFaults('help', command)
  expect(exit).toBe(0)
  expect(zegoFaults(command, '--help').out).toBe(out)
  const typed = [...out.matchAll(/npx zego-faults (\w+)/g)].map(([, name]) => name)
  expect(new Set(typed)).toEqual(new Set([command]))
})

test('the command runs from a clone that was not built', () => {
  const bin = join(import.meta.dirname, '../../bin/zego-faults.js')
  const out = execFileSync(process.execPath, [bin, 'explain', '0'], { cwd: empty, encoding: 'utf8' })
  expect(out).toContain('The call succeeded')
})

function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

function zegoFaults(...args: string[]) {
  return zegoFaultsIn(root, ...args)
}

const zegoFaultsIn = (folder: string, ...args: string[]) => run(args, folder)

test('explain says what a code needs that cannot be installed', () => {
  const { out } = zegoFaults('explain', '100004')
  expect(out).toMatch(/^Needs +The vendor's player: set ZEGO_PLAYER_PLUGIN/m)
  expect(out).toContain('await faults.cdn.cut()')
})

test('--version is that of the package', () => {
  expect(zegoFaults('--version')).toMatchObject({ exit: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\s*$/) })
})

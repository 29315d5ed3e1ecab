import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { codes } from '../codes/index.ts'
import { buildLedger } from '../ledger/build-ledger.ts'
import { sampleRecord } from '../ledger/testing/sample-run.ts'
import { run } from './testing/run.ts'

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
  [['1006006'], 2, 'Did you mean: npx zego-faults explain 1006006?'],
  [['@1_006_006'], 2, 'Did you mean: npx zego-faults explain 1006006?'],
  [['camera', 'unplugged'], 2, 'Did you mean: npx zego-faults codes camera unplugged?'],
  [['静音'], 2, 'Did you mean: npx zego-faults codes 静音?'],
  [['xylophone'], 2, 'There are init, codes, explain, help.'],
  [['help', 'codez'], 2, 'Did you mean: npx zego-faults codes?'],
  [['codez', '--help'], 2, 'Did you mean: npx zego-faults codes?'],
  [['codes', '--jsn'], 2, "Unknown option '--jsn'"],
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

import { buildLedger } from '../build-ledger.ts'
import type { Ledger } from '../ledger.ts'
import type { Ran } from '../run/ran.ts'
import { sampleRecord } from './sample-run.ts'

/** Text that would do harm, were it taken for markup. */
export const hostile = `</script><img src=x onerror="document.title='harmed'">`

/** The ledger of a made-up run: a camera unplugged, a login that failed, and a happy path. */
export function sampleLedger(): Ledger {
  const runs: readonly Ran[] = [
    sampleRan('device/device-unplugged', 'the camera is unplugged', '@1006006', {
      record: sampleRecord(1006006, {
        reaction: 'Check your camera',
        surfaced: [
          { code: 1006006, via: 'event:deviceError', at: 1_312, payload: { deviceName: hostile } },
          { code: 1106010, via: 'event:deviceError', at: 1_320, payload: {} },
        ],
      }),
    }),
    sampleRan('room/token-invalid', 'the token is broken', '@1102016', {
      outcome: 'failed',
      error: 'expect(zego).toSurface(1102016)',
      record: sampleRecord(1102016, {
        surfaced: [],
        claims: [{ code: 1102016, negated: false, passed: false, at: 2_000 }],
        receipts: [
          { fault: 'signaling.answer', means: 'wire', at: 1_000, evidence: { request: 'LoginRoomReq' } },
        ],
      }),
    }),
    sampleRan('room/joined', 'everything works', '@no-code', {
      record: sampleRecord(0, { receipts: [], surfaced: [], claims: [] }),
    }),
  ]
  return buildLedger(runs, {
    run: {
      status: 'failed',
      complete: true,
      whole: false,
      measured: { startedAt: '2026-01-02T03:04:05.000Z', durationMs: 61_000 },
    },
    othersExist: () => false,
  })
}

/** One run of one scenario, that passed unless told otherwise. */
export function sampleRan(situation: string, title: string, tag: string, changes: Partial<Ran>): Ran {
  const file = `scenarios/${situation}.spec.ts`
  return {
    id: `${file} › ${title}`,
    file,
    line: 3,
    title,
    project: null,
    tags: [tag],
    repeat: 0,
    outcome: 'passed',
    startedAt: 1_000,
    durationMs: 1_500,
    error: null,
    ...changes,
  }
}

import type { SurfacedByBuild, VersionsRun } from '../versions/versions.ts'

/** What three made-up builds surface: an older one says less of a camera, a middle one nothing of a loss. */
export const sampleRecorded: SurfacedByBuild = {
  'signaling cut and back': {
    '2.26.2': ['1000017 event:roomStateChanged'],
    '3.10.0': [],
    '3.5.0': ['1000017 event:roomStateChanged'],
  },
  'camera unplugged': {
    '2.26.2': ['1006006 event:deviceError'],
    '3.5.0': ['1006006 event:deviceError', '1106010 event:deviceError'],
    '3.10.0': ['1106010 event:deviceError', '1006006 event:deviceError'],
  },
}

/** A run in which the newest build surfaced something of the loss. */
export const sampleVersionsRun: VersionsRun = {
  schema: 1,
  surfaced: { 'signaling cut and back': { '3.10.0': ['1000017 event:roomStateUpdate'] } },
  measured: { startedAt: '2026-01-02T01:00:00.000Z', durationMs: 60_000 },
}

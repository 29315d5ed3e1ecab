import { expect, test } from 'vitest'
import { deviations, isEnough } from './read-back.ts'

const reading = {
  packets: 100,
  arrived: 100,
  loss: 0,
  dropped: 0,
  delayMs: 0,
  spreadMs: 0,
  behind: 0,
  overtaken: 0,
  overMs: 1_000,
}

test.each([
  [{ latencyMs: 50 }, {}, true],
  [{ latencyMs: 50 }, { packets: 40, arrived: 40 }, false],
  [{ latencyMs: 2_000 }, { packets: 400, arrived: 10 }, false],
  [{ loss: 0.1, burst: 5 }, {}, false],
  [{ loss: 0.1, burst: 5 }, { packets: 500, arrived: 450 }, true],
  [{ loss: 1 }, { arrived: 0 }, true],
  [{ jitterMs: 200 }, {}, false],
  [{ jitterMs: 200 }, { overMs: 2_000 }, true],
  [{ rateKbps: 300 }, {}, false],
  [{ rateKbps: 300 }, { rateKbps: 290 }, true],
  [{ rateKbps: 300 }, { packets: 300 }, true],
])('of %o, %o is enough: %s', (asked, measured, enough) => {
  expect(isEnough(asked, { ...reading, ...measured })).toBe(enough)
})

test.each([
  [{ latencyMs: 50 }, { delayMs: 59 }],
  [
    { latencyMs: 50, jitterMs: 100 },
    { delayMs: 92, spreadMs: 80 },
  ],
  [{ loss: 0.05 }, { loss: 0.06 }],
  [{ loss: 1 }, { loss: 1, delayMs: undefined }],
  [
    { loss: 0.05, latencyMs: 50 },
    { loss: 0.05, delayMs: 50, resentMs: 350 },
  ],
  [{ rateKbps: 300 }, { rateKbps: 275 }],
  [{ rateKbps: 5_000, latencyMs: 20 }, { delayMs: 20 }],
  [{ reorder: 0.1 }, { overtaken: 0.08, delayMs: 3 }],
])('%o is what was measured as %o', (asked, measured) => {
  expect(deviations(asked, { ...reading, ...measured })).toEqual([])
})

test.each([
  [{ latencyMs: 50 }, {}, '0 ms for 50 ms'],
  [{}, { delayMs: 12 }, '12 ms for 0 ms'],
  [{ jitterMs: 100 }, { delayMs: 50, spreadMs: 3 }, 'a spread of 3 ms for a jitter of 100 ms'],
  [{ loss: 0.05 }, { loss: 0.07 }, 'loss 0.07 for 0.05'],
  [{ rateKbps: 300 }, { rateKbps: 350 }, '350 kbit/s for 300 kbit/s'],
  [{ rateKbps: 5_000 }, { packets: 300 }, 'traffic that never fills 5000 kbit/s'],
  [{ loss: 0.05, latencyMs: 50 }, { loss: 0.05, delayMs: 50, resentMs: 100 }, 'sent again within 100 ms'],
  [{ reorder: 0.1 }, { delayMs: 3 }, '0 overtaken for 0.1'],
])('%o is not what was measured as %o', (asked, measured, wrong) => {
  expect(deviations(asked, { ...reading, ...measured })).toEqual([wrong])
})

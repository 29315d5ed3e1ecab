import { expect, test } from 'vitest'
import { whyNothing } from './watching.ts'
import type { Zego } from './zego.ts'

const watching = (changes: object) =>
  whyNothing(
    { contexts: 1, documents: ['http://app.test/'], engines: [{}], ...changes } as unknown as Zego,
    2_000,
  )

test('an engine that is there can be observed, and so can one that was there at the fault', () => {
  expect(watching({})).toBeUndefined()
  expect(watching({ engines: [{ goneAt: 2_500 }] })).toBeUndefined()
  expect(watching({ engines: [{ goneAt: 1_000 }, {}] })).toBeUndefined()
})

test('what is missing is said: a context, a page, an engine, one that was left', () => {
  expect(watching({ contexts: 0, documents: [] })).toMatch(/^No browser context is watched/)
  expect(watching({ documents: ['about:blank'] })).toMatch(/^No page was opened/)
  expect(watching({ documents: ['about:blank', 'http://app.test/'], engines: [] })).toMatch(
    /^No ZegoExpressEngine was made in the documents watched \(http:\/\/app\.test\/\)/,
  )
  expect(watching({ engines: [{ goneAt: 1_000 }, { goneAt: 1_999 }] })).toMatch(
    /^Every engine \(2\) was gone/,
  )
})

test('of many documents the last ones are named', () => {
  const documents = Array.from({ length: 7 }, (_, page) => `http://app.test/${page}`)
  expect(watching({ documents, engines: [] })).toContain('(http://app.test/2, http://app.test/3')
})

import { expect, test } from 'vitest'
import type { Receipt } from '../faults/kit/receipt.ts'
import { fakeDocument } from './testing/fake-document.ts'
import { Zego } from './zego.ts'

const fault = (at: number, rest: Partial<Receipt> = {}): Receipt => ({
  ...{ fault: 'device.unplug', means: 'real', at, evidence: {} },
  ...rest,
})

test('what counts is what comes after the first fault, and a preparation is none', () => {
  const { zego, event } = fakeDocument()
  event('deviceError', [1006006], 1_500)
  expect(zego.since).toBe(0)
  zego.faults.push(fault(1_000, { preparation: true }))
  expect(zego.since).toBe(0)
  expect(zego.surfaced(1006006)).toMatchObject({ at: 1_500 })
  zego.faults.push(fault(3_000), fault(2_000))
  expect(zego.since).toBe(2_000)
  expect(zego.surfaced(1006006)).toBeUndefined()
  expect(zego.surfaced(1006006, 'event', 1_500)).toBeDefined()
})

test('a call of an engine that is gone is waited for no longer', () => {
  const { zego, call } = fakeDocument()
  call(1, 'loginRoom', 'pending', { args: [] })
  expect(zego.pending).toMatchObject([{ name: 'loginRoom' }])
  call(2, 'destroyEngine', 'threw', { args: [], error: {} })
  expect(zego.pending).toHaveLength(1)
  call(3, 'destroyEngine', 'returned', { args: [] })
  expect(zego.pending).toEqual([])
})

test('watches a context, not a page', async () => {
  const page = { exposeBinding: () => {}, addInitScript: () => {} }
  await expect(new Zego().attach(page as never)).rejects.toThrow(/takes a browser context.*page\.context\(\)/)
})

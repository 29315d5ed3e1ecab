import type { Frame, Page } from '@playwright/test'
import { expect, test } from 'vitest'
import type { PageMessage } from '../page/message.ts'
import { Recorder } from './recorder.ts'

function recording() {
  const recorder = new Recorder()
  const frame = { url: () => 'http://app.test/' } as Frame
  const page = {} as Page
  const receive = (message: PageMessage, from = { frame, page }) =>
    recorder.receive(from, JSON.stringify(message))
  const engine = {
    kind: 'engine',
    engine: 1,
    methods: ['loginRoom', 'createStream'],
    events: [],
    emitters: [],
  } as const
  const call = (outcome: 'pending' | 'resolved', call = 1) =>
    receive({ kind: 'observation', channel: 'api', name: 'loginRoom', outcome, call, engine: 1, payload: {} })
  return { recorder, frame, page, receive, engine, call }
}

test('a call and its end have one number, and the first of the next document another', () => {
  const { recorder, receive, call } = recording()
  receive({ kind: 'document' })
  call('pending')
  call('resolved')
  expect(recorder.timeline.pending).toEqual([])
  receive({ kind: 'document' })
  call('pending')
  expect(recorder.timeline.all.map((seen) => seen.call)).toEqual([1, 1, 2])
  expect(recorder.timeline.pending).toHaveLength(1)
})

test('engines are counted over all documents, and are gone with theirs', () => {
  const { recorder, frame, page, receive, engine, call } = recording()
  const inner = { frame: { url: () => 'http://app.test/inner' } as Frame, page }
  const elsewhere = { frame: { url: () => 'http://other.test/' } as Frame, page: {} as Page }
  receive(engine)
  receive(engine, inner)
  receive(engine, elsewhere)
  const here = () =>
    recorder.engines.all.filter(({ goneAt }) => goneAt === undefined).map(({ number }) => number)
  recorder.engines.frameDetached(inner.frame, 5)
  expect(here()).toEqual([1, 3])
  recorder.engines.pageClosed(elsewhere.page, 6)
  expect(here()).toEqual([1])
  receive({ kind: 'document' })
  expect(here()).toEqual([])
  receive(engine)
  call('resolved')
  expect(recorder.timeline.all.at(-1)).toMatchObject({ engine: 4, page: 1, frame: 'http://app.test/' })
  recorder.engines.destroyed(4, 7)
  recorder.engines.pageClosed(page, 9)
  expect(recorder.engines.all.at(-1)?.goneAt).toBe(7)
  expect(recorder.engines.numberOf(frame, 2)).toBeUndefined()
})

test('a page that is left for another one has reacted', () => {
  const { recorder, receive } = recording()
  receive({ kind: 'document' })
  expect(recorder.reactions.between(0, Date.now())).toHaveLength(1)
})

test('an engine that is destroyed takes no other along, and what failed of one is told', () => {
  const { recorder, receive, engine } = recording()
  receive(engine)
  receive({ ...engine, engine: 2, problem: 'Error: no prototype' })
  recorder.engines.destroyed(1, 5)
  expect(recorder.engines.all.map(({ goneAt }) => goneAt)).toEqual([5, undefined])
  expect(recorder.engines.all[1]?.problem).toBe('Error: no prototype')
})

test('what the page told has its own time, and what it did not the time of its arrival', () => {
  const { recorder, receive } = recording()
  receive({ kind: 'observation', channel: 'event', name: 'deviceError', payload: [], at: 1_000 })
  const before = Date.now()
  receive({ kind: 'observation', channel: 'event', name: 'deviceError', payload: [] })
  const [told, arrived] = recorder.timeline.all
  expect(told?.at).toBe(1_000)
  expect(arrived?.at).toBeGreaterThanOrEqual(before)
})

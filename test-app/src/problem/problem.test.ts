import { expect, test, vi } from 'vitest'
import { eventFailure } from './failure.ts'
import { createProblems, type Problem, type Trouble } from './problem.ts'

const unplugged: Trouble = {
  about: 'camera',
  headline: 'Your camera is not sending',
  failure: eventFailure(1006006, 'HD camera'),
  circumstances: { device: 'camera' },
}

const subjects = (problems: ReturnType<typeof createProblems>) =>
  problems.open.get().map(({ about }) => about)

test('a newer problem of a subject takes the place of the older one, and remembers its code', () => {
  const problems = createProblems({})
  problems.report({ ...unplugged, failure: eventFailure(1106010) })
  problems.report(unplugged)
  expect(problems.open.get()).toHaveLength(1)
  expect(problems.open.get()[0]).toMatchObject({ codes: [1006006, 1106010], detail: 'HD camera' })
})

test('a code that tells less goes to the small print, and to that of its own subject only', () => {
  const problems = createProblems({})
  problems.report(unplugged)
  problems.report({ ...unplugged, about: 'microphone' })
  problems.annotate('camera', 1106010)
  problems.annotate('screen', 1103010)
  expect(problems.open.get().map(({ about, codes }) => ({ about, codes }))).toEqual([
    { about: 'microphone', codes: [1006006] },
    { about: 'camera', codes: [1006006, 1106010] },
  ])
})

test('an event and a rejection with the same code are one problem, told once', () => {
  const problems = createProblems({})
  const seen = vi.fn()
  problems.open.watch(seen)
  problems.report(unplugged)
  problems.report(unplugged)
  expect(seen).toHaveBeenCalledTimes(2) // once for nothing, once for the problem
})

test('what is told once is tried again as it was wished last', async () => {
  const problems = createProblems({})
  const opened: string[] = []
  for (const camera of ['one', 'the other'])
    problems.report({ ...unplugged, recovery: { retry: () => opened.push(camera) } })
  expect(problems.open.get()).toHaveLength(1)
  await problems.open.get()[0]?.actions[0]?.run()
  expect(opened).toEqual(['the other'])
})

test('what is copied is the problem as it is shown, with every code', async () => {
  const copied: Problem[] = []
  const problems = createProblems({ 'copy-details': (problem) => copied.push(problem) })
  problems.report({ about: 'live', headline: 'You are not live', failure: eventFailure(1102999) })
  problems.annotate('live', 1106010)
  await problems.open.get()[0]?.actions[0]?.run()
  expect(copied).toEqual(problems.open.get())
  expect(copied[0]?.codes).toEqual([1102999, 1106010])
})

test('the room comes before everything else', () => {
  const problems = createProblems({})
  problems.report({ about: 'room', headline: 'You are out', failure: eventFailure(1002050) })
  problems.report(unplugged)
  expect(subjects(problems)).toEqual(['room', 'camera'])
})

test('a cleared subject is gone, the others stay', () => {
  const problems = createProblems({})
  problems.report(unplugged)
  problems.report({ ...unplugged, about: 'microphone' })
  problems.clear('camera', 'room')
  expect(subjects(problems)).toEqual(['microphone'])
})

test('an action that nobody can run is not offered', () => {
  const problems = createProblems({})
  problems.report(unplugged)
  expect(problems.open.get()[0]?.actions).toEqual([])
})

test('an action runs what the reporter, else what everybody can do', async () => {
  const rejoin = vi.fn()
  const retry = vi.fn()
  const problems = createProblems({ rejoin })
  problems.report({ ...unplugged, recovery: { retry } })
  problems.report({ about: 'room', headline: 'You are out', failure: eventFailure(1002050) })
  for (const { actions } of problems.open.get()) await actions[0]?.run()
  expect(retry).toHaveBeenCalledOnce()
  expect(rejoin).toHaveBeenCalledOnce()
})

test('after the token is renewed, what failed for want of it is done again', async () => {
  const done: string[] = []
  const problems = createProblems({ renew: async () => void done.push('renew') })
  const recovery = { retry: () => done.push('retry') }
  problems.report({ about: 'live', headline: 'You are not live', failure: eventFailure(1102018), recovery })
  await problems.open.get()[0]?.actions[0]?.run()
  expect(done).toEqual(['renew', 'retry'])
})

test('where only support can help, the other way out is offered as well', () => {
  const otherwise = { label: 'Rejoin', run: 'rejoin' } as const
  const problems = createProblems({ rejoin: () => {}, 'copy-details': () => {} })
  const lost = { about: 'room', headline: 'You lost the room', otherwise } as const
  problems.report({ ...lost, failure: eventFailure(1002099) })
  const labels = () => problems.open.get()[0]?.actions.map(({ label }) => label)
  expect(labels()).toEqual(['Copy details', 'Rejoin'])
  problems.report({ ...lost, failure: eventFailure(1002050) })
  expect(labels()).toEqual(['Rejoin', 'Copy details'])
})

test('what is no problem is only a notice', () => {
  const problems = createProblems({})
  problems.report({ about: 'screen', headline: 'Not shared', failure: eventFailure(1103042) })
  expect(problems.open.get()).toEqual([])
  expect(problems.notice.get().text).toContain('1103042')
})

test('failures that are not ZEGO’s get words of their own', () => {
  const problems = createProblems({})
  const failure = { origin: 'own-server', detail: '/api/token answered HTTP 500' } as const
  problems.report({ about: 'room', headline: 'You could not join', failure })
  expect(problems.open.get()[0]).toMatchObject({
    codes: [],
    message: expect.stringContaining('server of this site'),
  })
})

test('several subjects may be well at once', () => {
  const problems = createProblems({})
  problems.report(unplugged)
  problems.report({ ...unplugged, about: 'microphone' })
  problems.clear('camera', 'microphone')
  expect(subjects(problems)).toEqual([])
})

test('of two problems with the same action each has its own', async () => {
  const problems = createProblems({})
  const done: string[] = []
  for (const about of ['camera', 'microphone'] as const)
    problems.report({ ...unplugged, about, recovery: { retry: () => done.push(about) } })
  for (const { about, actions } of problems.open.get()) {
    await actions[0]?.run()
    expect(done.at(-1)).toBe(about)
  }
  expect(done).toHaveLength(2)
})

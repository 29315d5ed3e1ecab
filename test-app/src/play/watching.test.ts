import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import type { DecodeType, VendorPlayer } from './vendor-player.ts'
import { createWatching } from './watching.ts'

function setUp(refusal?: object) {
  const problems = createProblems({ 'copy-details': () => {} })
  const players: (VendorPlayer & { currentTime: number })[] = []
  const make = vi.fn((_?: DecodeType): VendorPlayer => {
    if (refusal) throw refusal
    const nothing = () => {}
    const calls = { play: vi.fn(), resume: vi.fn(), destroy: vi.fn() }
    players.push({
      src: '',
      onError: nothing,
      onTimeUpdate: nothing,
      onWaiting: nothing,
      currentTime: 0,
      ...calls,
    })
    return players.at(-1) as VendorPlayer
  })
  const watching = createWatching({ problems, src: 'https://cdn.example/s1.flv', make })
  watching.start()
  const press = (label: string) =>
    problems.open
      .get()[0]
      ?.actions.find((action) => action.label === label)
      ?.run()
  const [player] = players
  return { watching, problems, players, player, make, press, told: () => problems.open.get()[0]?.codes[0] }
}

test('it plays at once, and says so when time runs', () => {
  const { watching, player } = setUp()
  expect(player?.src).toBe('https://cdn.example/s1.flv')
  expect(player?.play).toHaveBeenCalled()
  player?.onTimeUpdate()
  expect(watching.phase.get()).toBe('loading')
  if (player) player.currentTime = 0.1
  player?.onTimeUpdate()
  expect(watching.phase.get()).toBe('playing')
  player?.onWaiting()
  expect(watching.phase.get()).toBe('waiting')
})

test('a player that cannot be made is told, with the code in its message', async () => {
  const { told, watching } = setUp(new Error('{"code":100002,"msg":"EnvironmentError"}'))
  await vi.waitFor(() => expect(told()).toBe(100002))
  expect(watching.phase.get()).toBe('stopped')
})

test('a player that has failed is not well because it plays on without its pictures', () => {
  const { player, told, watching } = setUp()
  player?.onError({ code: 100005, msg: 'DecodeError' })
  if (player) player.currentTime = 5
  player?.onTimeUpdate()
  expect([told(), watching.phase.get()]).toEqual([100005, 'stopped'])
})

test.each([
  [100004, 'Try again', 'resume'],
  [100006, 'Play', 'play'],
] as const)('after %i, “%s” calls %s()', async (code, label, method) => {
  const { player, press, told, watching } = setUp()
  vi.mocked(player?.play as () => void).mockClear()
  player?.onError({ code, msg: '' })
  await press(label)
  expect(player?.[method]).toHaveBeenCalledOnce()
  expect([told(), watching.phase.get()]).toEqual([undefined, 'loading'])
  if (player) player.currentTime = 0.1
  player?.onTimeUpdate()
  expect(watching.phase.get()).toBe('playing')
})

test('a player that broke is made anew, in the way that needs no WebGL', async () => {
  const { player, players, make, press } = setUp()
  player?.onError({ code: 100003, msg: 'RuntimeError' })
  await press('Try again')
  expect(player?.destroy).toHaveBeenCalledOnce()
  expect(make).toHaveBeenLastCalledWith('MSE')
  expect(players).toHaveLength(2)
  expect(players[1]?.play).toHaveBeenCalledOnce()
})

test('a player that broke in another way is made anew as it was, and what the one before still tells is of no concern', async () => {
  const { player, players, make, press, told, watching } = setUp()
  player?.onError(new TypeError('no context'))
  await press('Try again')
  expect(make).toHaveBeenLastCalledWith(undefined)
  player?.onError({ code: 100004, msg: 'NetworkError' })
  if (player) player.currentTime = 5
  player?.onTimeUpdate()
  player?.onWaiting()
  expect([told(), watching.phase.get()]).toEqual([undefined, 'loading'])
  const [, anew] = players
  if (anew) anew.currentTime = 0.1
  anew?.onTimeUpdate()
  expect(watching.phase.get()).toBe('playing')
})

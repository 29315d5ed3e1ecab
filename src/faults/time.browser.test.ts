import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { expect } from 'vitest'
import { WebSocketServer } from 'ws'
import { Cloud } from '../cloud/cloud.ts'
import { onStage } from './testing/target.ts'
import { TimeFaults } from './time.ts'

const test = onStage('default')

/** Nothing here falls asleep. */
const awake = { fallAsleep: () => Promise.reject(new Error('not here')) }

test('advance lets a slow link stay healthy for minutes', async ({ target }) => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  server.on('connection', (socket) => socket.on('message', () => after(50).then(() => socket.send('pong'))))
  const { page } = target
  const time = new TimeFaults({ ...target, cloud: new Cloud() }, awake)
  await time.control()
  await page.goto(target.baseURL)
  // A heartbeat every 10 s that must be answered within 3 s.
  const link = await page.evaluateHandle(
    async (port) => {
      const seen = { answered: 0, late: 0 }
      const socket = new WebSocket(`ws://127.0.0.1:${port}`)
      await new Promise((open) => socket.addEventListener('open', open))
      setInterval(() => {
        socket.send('ping')
        const late = setTimeout(() => seen.late++, 3000)
        socket.onmessage = () => {
          seen.answered += 1
          clearTimeout(late)
        }
      }, 10_000)
      return seen
    },
    (server.address() as AddressInfo).port,
  )

  const { evidence } = await time.advance('2m')
  expect(evidence.movedMs).toBeGreaterThanOrEqual(120_000)
  expect(evidence.realMs).toBeLessThan(120_000)
  expect(await link.jsonValue()).toEqual({ answered: 12, late: 0 })
  server.close()
})

test('time that cannot pass before the test ends says how far it came', async ({ target }) => {
  const end = new AbortController()
  const time = new TimeFaults({ ...target, cloud: new Cloud() }, awake, async (work) => {
    const done = work(end.signal)
    await target.page.waitForFunction(() => performance.now() > 5_000)
    end.abort()
    await done
    return false
  })
  await time.control()
  await target.page.goto(target.baseURL)
  await expect(time.advance('12h')).rejects.toThrow(
    /The test's time was over when \d+ s of the 43200 s had passed, which took \d+ s here\. .*test\.setTimeout/,
  )
})

test('jump lets a timeout of minutes run out at once', async ({ target }) => {
  const { page } = target
  const time = new TimeFaults({ ...target, cloud: new Cloud() }, awake)
  await time.control()
  await page.goto(target.baseURL)
  await page.evaluate(() => setTimeout(() => document.body.append('timed out'), 300_000))
  await time.jump('5m1s')
  expect(await page.textContent('body')).toContain('timed out')
})

test.for([
  ['24h', 86_400_000],
  ['-24h', -86_400_000],
] as const)(
  'a clock is wrong by %s, no timer notices, and it is right again',
  async ([by, ms], { target }) => {
    const { page } = target
    const time = new TimeFaults({ ...target, cloud: new Cloud() }, awake)
    const aheadMs = async () => (await page.evaluate(() => Date.now())) - Date.now()
    await time.control()
    const skew = await time.skew(by)
    await page.goto(target.baseURL)
    await page.evaluate(() => setTimeout(() => document.body.append('fired'), 3_600_000))
    const { movedMs, aheadOfServiceMs } = skew.evidence
    for (const off of [await aheadMs(), movedMs, aheadOfServiceMs])
      expect(Math.abs(Number(off) - ms)).toBeLessThan(3_600_000)
    expect(await page.textContent('body')).not.toContain('fired')

    await skew.undo()
    expect(Math.abs(await aheadMs())).toBeLessThan(3_600_000)
  },
)

test('what a timer throws is told to window.onerror, and the others go on', async ({ target }) => {
  const { page } = target
  const time = new TimeFaults({ ...target, cloud: new Cloud() }, awake)
  await time.control()
  await page.goto(target.baseURL)
  await page.evaluate(() => {
    window.onerror = (message) => document.body.append(String(message))
    setTimeout(() => {
      throw new Error('of a timer')
    }, 1_000)
    setTimeout((text: string) => document.body.append(text), 2_000, ', and another')
  })
  await time.advance('3s')
  expect(await page.textContent('body')).toContain('Uncaught Error: of a timer, and another')
})

test('a clock that was not taken over in time says so', async ({ target }) => {
  const time = new TimeFaults({ ...target, cloud: new Cloud() }, awake)
  for (const move of [() => time.advance('1m'), () => time.skew('1m')])
    await expect(move()).rejects.toThrow(/Call faults\.time\.control\(\) before the app is opened/)
  await target.page.goto(target.baseURL)
  await expect(time.control()).rejects.toThrow(/timers that exist already/)
})

test('a clock that is past the second at which it was to stop is stopped at a later one', async ({
  target,
}) => {
  const { page } = target
  const time = new TimeFaults({ ...target, cloud: new Cloud() }, awake)
  await time.control()
  await page.goto(target.baseURL)
  const wanted: number[] = []
  const pauseAt = page.clock.pauseAt.bind(page.clock)
  page.clock.pauseAt = (second) => {
    const isFirst = wanted.push(Number(second)) === 1
    return pauseAt(isFirst ? Number(second) - 60_000 : second)
  }
  await time.stop()
  expect(wanted).toHaveLength(2)
  expect(await page.evaluate(() => Date.now())).toBe(wanted[1])
})

import type { CDPSession } from '@playwright/test'
import { expect, test } from 'vitest'
import { asking, askingAnew } from './asking.ts'

const session = (send: () => Promise<unknown>) => ({ send }) as unknown as CDPSession

test('the answer is passed on, and so is a refusal', async () => {
  expect(await asking(session(async () => ({ id: 1 })))('Runtime.enable')).toEqual({ id: 1 })
  const refused = session(() => Promise.reject(new Error('no such object')))
  await expect(asking(refused)('Runtime.enable')).rejects.toThrow('no such object')
})

test('a browser that does not answer is told of by what it was asked', async () => {
  const silent = session(() => new Promise(() => {}))
  await expect(asking(silent, 0)('Runtime.queryObjects', { prototypeObjectId: '1' })).rejects.toThrow(
    /hangs: it did not answer the debugger's Runtime\.queryObjects within 0 s/,
  )
})

test('what is swallowed once is asked anew over another session, and what is refused is not', async () => {
  const sessions = [session(() => new Promise(() => {})), session(async () => ({ objects: {} }))]
  const ask = (limit: number) => asking(sessions.shift() as CDPSession, limit)('Runtime.enable')
  expect(await askingAnew(ask, async () => 0, 0)).toEqual({ objects: {} })

  let times = 0
  const refused = () => Promise.reject(new Error(`refused ${++times} times`))
  await expect(askingAnew(refused, async () => 0)).rejects.toThrow('refused 1 times')
})

test('a browser that answers neither time hangs, and whether its pages compute is told', async () => {
  const silent = session(() => new Promise(() => {}))
  const ask = (limit: number) => asking(silent, limit)('Runtime.enable')
  const seconds = [1, 20.96]
  await expect(askingAnew(ask, async () => seconds.shift() ?? 0, 0)).rejects.toMatchObject({
    name: 'Unanswered',
    message: expect.stringMatching(/Chromium hangs.* Its pages computed for 20\.0 s/),
  })
})

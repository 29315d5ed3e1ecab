import { expect as baseExpect, type Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { Cloud } from '../../cloud/cloud.ts'
import { fakeDocument } from '../testing/fake-document.ts'
import { expect as ours } from './expect.ts'
import { beginAwaiting, stillWaiting, watched } from './unawaited.ts'

let finish = () => {}

async function toEnd(this: unknown, _: object, code: number) {
  await new Promise<void>((resolve) => {
    finish = resolve
  })
  if (code === 3) throw new Error('broken')
  return { pass: code === 1, message: () => 'never' }
}

const { expect: waiting } = { expect: baseExpect.extend({ toEnd: watched(toEnd as never) as typeof toEnd }) }

test('an assertion waits until it is done, and its place is known', async () => {
  beginAwaiting()
  const awaited = waiting({}).toEnd(1)
  expect(stillWaiting()).toEqual([expect.stringMatching(/^toEnd\(1\) at .*unawaited\.test\.ts:\d+$/)])
  finish()
  await awaited
  expect(stillWaiting()).toEqual([])

  const denied = waiting({}).not.toEnd(2)
  expect(stillWaiting()[0]).toMatch(/^not\.toEnd\(2\)/)
  finish()
  await denied
})

test('the same that waits twice waits until both are done', async () => {
  beginAwaiting()
  const both = [1, 2].map(() => {
    const asserted = waiting({}).toEnd(1)
    return { asserted, finish }
  })
  both[0]?.finish()
  await both[0]?.asserted
  expect(stillWaiting()).toHaveLength(1)
  both[1]?.finish()
  await both[1]?.asserted
  expect(stillWaiting()).toEqual([])
})

test('a new test has left nothing waiting', async () => {
  const forgotten = waiting({}).toEnd(1)
  beginAwaiting()
  expect(stillWaiting()).toEqual([])
  finish()
  await forgotten
})

test.each([
  ['comes to nothing', () => waiting({}).toEnd(2)],
  ['comes to what it denies', () => waiting({}).not.toEnd(1)],
  ['breaks', () => waiting({}).toEnd(3)],
])('what was forgotten, and %s, does not fail the test after', async (_, assertion) => {
  beginAwaiting()
  const [forgotten, end] = [assertion(), finish]
  beginAwaiting()
  end()
  await expect(forgotten).resolves.toBeUndefined()
})

test('each matcher of ours is known to wait', async () => {
  beginAwaiting()
  const { zego } = fakeDocument()
  const page = { evaluate: () => {}, context: () => {}, isClosed: () => true } as unknown as Page
  const soon = { timeout: 1 }
  const asserted = [
    ours(zego).toSurface(1002055, soon),
    ours(zego).toEmit('roomStateChanged', undefined, soon),
    ours(new Cloud()).toHaveReceived('LoginRoomReq', {}, soon),
    ours(page).not.toCaptureNothing(soon),
  ]
  const names = stillWaiting().map((each) => each.split('(')[0])
  expect(names).toEqual(['toSurface', 'toEmit', 'toHaveReceived', 'not.toCaptureNothing'])
  await Promise.allSettled(asserted)
})

import { expect as baseExpect, type Page } from '@playwright/test'
import { beforeEach, expect, test, vi } from 'vitest'
import { Cloud } from '../../cloud/cloud.ts'
import { fakeDocument } from '../testing/fake-document.ts'
import { expect as ours } from './expect.ts'
import { endAwaiting, watched } from './unawaited.ts'

let finish = () => {}
let endings = 0
beforeEach(() => {
  endings = 0
})

async function toEnd(this: unknown, _: object, code: number) {
  await new Promise<void>((resolve) => {
    finish = resolve
  })
  endings++
  if (code === 3) throw new Error('broken')
  return { pass: code === 1, message: () => 'never' }
}

const { expect: waiting } = { expect: baseExpect.extend({ toEnd: watched(toEnd as never) as typeof toEnd }) }

test('an assertion waits until it is done, and its place is known', async () => {
  const awaited = waiting({}).toEnd(1)
  finish()
  await awaited
  expect(endAwaiting()).toEqual([])

  waiting({}).toEnd(1)
  expect(endAwaiting()).toEqual([expect.stringMatching(/^toEnd\(1\) at .*unawaited\.test\.ts:\d+$/)])
  waiting({}).not.toEnd(2)
  expect(endAwaiting()).toEqual([expect.stringMatching(/^not\.toEnd\(2\)/)])
})

test('the same that waits twice waits until both are done', async () => {
  const both = [1, 2].map(() => {
    const asserted = waiting({}).toEnd(1)
    return { asserted, finish }
  })
  both[0]?.finish()
  await both[0]?.asserted
  expect(endAwaiting()).toHaveLength(1)
})

test.each([
  ['comes to nothing', () => waiting({}).toEnd(2)],
  ['comes to what it denies', () => waiting({}).not.toEnd(1)],
  ['breaks', () => waiting({}).toEnd(3)],
])('what was forgotten, and %s, does not fail the test after', async (_, assertion) => {
  const heard = vi.fn()
  assertion().then(heard, heard)
  endAwaiting()
  finish()
  await vi.waitFor(() => expect(endings).toBe(1))
  await new Promise(setImmediate)
  expect(heard).not.toHaveBeenCalled()
})

test('each matcher of ours is known to wait', async () => {
  const { zego } = fakeDocument()
  const page = { evaluate: () => {}, context: () => {}, isClosed: () => true } as unknown as Page
  const soon = { timeout: 1 }
  void [
    ours(zego).toSurface(1002055, soon),
    ours(zego).toEmit('roomStateChanged', undefined, soon),
    ours(new Cloud()).toHaveReceived('LoginRoomReq', {}, soon),
    ours(page).not.toCaptureNothing(soon),
  ]
  const names = endAwaiting().map((each) => each.split('(')[0])
  expect(names).toEqual(['toSurface', 'toEmit', 'toHaveReceived', 'not.toCaptureNothing'])
})

import { expect as baseExpect } from '@playwright/test'
import { expect, test } from 'vitest'
import { beginAwaiting, stillWaiting, watched } from './unawaited.ts'

let finish = () => {}

async function toEnd(this: unknown, _: object, code: number) {
  await new Promise<void>((resolve) => {
    finish = resolve
  })
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

import { expect, test } from 'vitest'
import { Cloud } from '../../cloud/cloud.ts'
import { reply } from '../../cloud/exchange/reply.ts'
import { MediaFaults } from '../media.ts'
import { SignalingFaults } from '../signaling.ts'
import { Injector } from './injector.ts'
import { FaultNotInjected, injected, type Receipt } from './receipt.ts'

function setUp(injection: 'on' | 'off' = 'on') {
  const cloud = new Cloud()
  const steps: string[] = []
  const receipts: Receipt[] = []
  const injector = new Injector({
    injection,
    step: (title, body) => {
      steps.push(title)
      return body()
    },
    onReceipt: (receipt) => receipts.push(receipt),
  })
  const media = injector.wrap('media', new MediaFaults(cloud))
  const signaling = injector.wrap('signaling', new SignalingFaults(cloud))
  return { cloud, injector, media, signaling, receipts, steps }
}

test('a receipt is named by the method that was called, also where that called another', async () => {
  const { media, signaling, receipts } = setUp()
  await media.silence('LoginReq')
  await media.unreadableAnswer()
  await media.withoutCandidates()
  await media.emptyAnswer()
  await signaling.silence('HbReq')
  expect(receipts.map(({ fault }) => fault)).toEqual([
    'media.silence',
    'media.unreadableAnswer',
    'media.withoutCandidates',
    'media.emptyAnswer',
    'signaling.silence',
  ])
})

test.each(['forbid', 'duplicate', 'close'] as const)(
  'media.%s without a session says its own name',
  async (method) => {
    await expect(setUp().media[method]()).rejects.toThrow(
      `The fault media.${method} was not injected: expected a`,
    )
  },
)

test('a receipt has the time of its fault: its own, or else now', async () => {
  const { injector } = setUp()
  const kind = injector.wrap('kind', {
    early: async () => injected({ means: 'real', at: 7, evidence: {} }),
    now: async () => injected({ means: 'real', evidence: {} }),
  })
  const before = Date.now()
  expect((await kind.early()).at).toBe(7)
  expect((await kind.now()).at).toBeGreaterThanOrEqual(before)
})

test('undo ends this fault and no other, once, as a step', async () => {
  const { cloud, signaling, steps } = setUp()
  const first = await signaling.answer('LoginRoomReq', reply.code(1105))
  await signaling.answer('HbReq', reply.silence())
  await first.undo()
  await first.undo()
  expect(steps.filter((title) => title.startsWith('fault over'))).toEqual(['fault over: signaling.answer'])
  expect(cloud.handlers.map(({ name }) => name)).toEqual(['HbReq'])
})

test('what is over by itself has nothing to end', async () => {
  const { injector } = setUp()
  const kind = injector.wrap('kind', { kick: async () => injected({ means: 'wire', evidence: {} }) })
  await expect((await kind.kick()).undo()).resolves.toBeUndefined()
})

test('in a control the fault is left out, its end too, and its name is kept', async () => {
  const { injector, cloud, signaling, receipts } = setUp('off')
  const left = await signaling.silence('HbReq')
  await left.undo()
  expect(left).toMatchObject({ fault: 'signaling.silence', evidence: { skipped: true } })
  expect([injector.leftOut, receipts, cloud.handlers]).toEqual([['signaling.silence'], [], []])
})

test('a fault that could not be injected keeps its stack, with its name in it', async () => {
  const { injector } = setUp()
  const kind = injector.wrap('kind', {
    unplug: async () => {
      throw new FaultNotInjected('a camera', 'none')
    },
  })
  const error: FaultNotInjected = await kind.unplug().catch((thrown) => thrown)
  expect(error.message).toContain(
    'The fault kind.unplug was not injected: expected a camera, but found "none"',
  )
  expect(error.stack).toContain('The fault kind.unplug was not injected')
})

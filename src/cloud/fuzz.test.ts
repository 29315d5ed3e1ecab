import { faker } from '@faker-js/faker'
import { expect, test } from 'vitest'
import { MAX_BODY_BYTES } from './accesshub/frame.ts'
import { Cloud } from './cloud.ts'
import { ScriptedClient } from './testing/scripted-client.ts'

const ROUNDS = 20_000

type Damage = (frame: Uint8Array, client: ScriptedClient) => Uint8Array

/** Ways a frame can arrive that must be reported each and every time. */
const always: Record<string, Damage> = {
  truncated: (frame) => frame.subarray(0, faker.number.int({ min: 1, max: frame.length - 1 })),
  oversized: (frame) => {
    new DataView(frame.buffer).setUint32(4, faker.number.int({ min: MAX_BODY_BYTES + 1, max: 0xffffffff }))
    return frame
  },
  unknown: (frame) => {
    new DataView(frame.buffer).setUint16(2, faker.number.int({ min: 100, max: 0xffff }))
    return frame
  },
  duplicated: (frame, client) => {
    client.raw(frame)
    return frame
  },
}

for (const [name, damage] of Object.entries(always)) {
  test(`every one of ${ROUNDS} ${name} frames is reported, and the cloud goes on`, () => {
    faker.seed(20_260_101)
    const cloud = new Cloud()
    const client = new ScriptedClient(cloud)
    for (let round = 1; round <= ROUNDS; round += 1) {
      client.raw(damage(someFrame(client), client))
      if (cloud.defects.length !== round) throw new Error(`${name} frame ${round} was not reported`)
    }
    expectAlive(cloud)
  })
}

test(`${ROUNDS} frames with corrupted bytes are each answered or reported, and the cloud goes on`, () => {
  faker.seed(20_260_102)
  const cloud = new Cloud()
  for (let round = 1; round <= ROUNDS; round += 1) {
    const client = new ScriptedClient(cloud)
    const frame = someFrame(client)
    for (let flips = faker.number.int({ min: 1, max: 4 }); flips > 0; flips -= 1) {
      const at = faker.number.int({ min: 0, max: frame.length - 1 })
      frame[at] = (frame[at] ?? 0) ^ faker.number.int({ min: 1, max: 255 })
    }
    const before = cloud.journal.entries.length
    client.raw(frame)
    client.close()
    if (cloud.journal.entries.length === before) throw new Error(`corrupted frame ${round} left no trace`)
    cloud.journal.entries.length = 0
  }
  expectAlive(cloud)
})

function someFrame(client: ScriptedClient): Uint8Array {
  return faker.helpers.arrayElement([
    () => client.frame('GetConfigRequest', { appid: faker.number.int({ max: 0xffffffff }) }),
    () => client.frame('HBRequest', { ts: BigInt(faker.number.int({ max: 2 ** 40 })) }),
    () => client.frame('GetSvraddrRequest', { idName: faker.string.sample(20) }),
    () =>
      client.roomFrame('LoginRoomReq', { roomId: faker.string.uuid(), idName: faker.string.alphanumeric(8) }),
  ])()
}

/** After all that, an honest client can still log in. */
function expectAlive(cloud: Cloud): void {
  const login = new ScriptedClient(cloud).request('LoginRoomReq', { roomId: 'r1', idName: 'alice' })
  expect(login?.rspHead?.code).toBe(0)
}

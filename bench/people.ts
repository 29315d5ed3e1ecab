import { Cloud } from '../src/cloud/cloud.ts'
import { recordedMedia } from '../src/cloud/gateway/node/recording-file.ts'
import { ScriptedClient } from '../src/cloud/testing/scripted-client.ts'
import { makeToken } from '../src/cloud/token.ts'
import { median, report, timed } from './ratios.ts'

/** People in one room, a quarter of them live. */
const sizes = [10, 50, 200]
const MESSAGES = 200
const ROUNDS = 20

interface Measured {
  /** Ms for each person to come in, and a quarter of them to go live, with one client there that is told. */
  readonly coming: number
  /** Ms from a message until the client's end has it: of 200, the longest but ten. */
  readonly message: number
}

async function measure(size: number): Promise<Measured> {
  const cloud = new Cloud({ loadMedia: recordedMedia })
  const client = new ScriptedClient(cloud)
  client.request('LoginRoomReq', { roomId: 'room', idName: 'user', thirdToken: makeToken() })
  const room = cloud.room('room')
  const coming = await timed(() => room.crowd(size, { publishing: Math.floor(size / 4) }))
  const messages: number[] = []
  for (let index = 0; index < MESSAGES; index += 1) {
    const from = `crowd-${1 + (index % size)}`
    const before = client.received.length
    messages.push(await timed(() => room.say(from, 'hello')))
    if (client.received.length === before) throw new Error(`The client has no message from ${from}.`)
  }
  if (cloud.defects.length) throw cloud.defects[0]
  await cloud.close()
  const sorted = messages.toSorted((one, other) => one - other)
  return { coming: coming / size, message: sorted[MESSAGES - 11] ?? 0 }
}

/** What one more person costs a room with 10, 50 or 200. Flat means a ratio near 1. */
export async function people(): Promise<void> {
  for (const size of sizes) await measure(size)
  const found: { readonly name: string; readonly all: Measured[] }[] = []
  for (const size of sizes) {
    const all: Measured[] = []
    for (let round = 0; round < ROUNDS; round += 1) all.push(await measure(size))
    found.push({ name: `${size} people`, all })
  }
  const rows = (of: keyof Measured) =>
    found.map(({ name, all }) => [name, median(all.map((each) => each[of]))] as const)
  report('Cost per person of a room (coming in, a quarter of them live)', 'ms', rows('coming'))
  report(`A message to a client, the 95th of 100 (of ${MESSAGES})`, 'ms', rows('message'))
}

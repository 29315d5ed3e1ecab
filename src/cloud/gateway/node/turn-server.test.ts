import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { classes, createTurnClient, Message, methods } from 'werift'
import { TurnServer } from './turn-server.ts'

async function open(): Promise<{ relay: TurnServer; address: [string, number] }> {
  const relay = await TurnServer.open()
  onTestFinished(() => relay.close())
  return { relay, address: ['127.0.0.1', Number(/:(\d+)\?/.exec(relay.server.url)?.[1])] }
}

test('a client with the credentials is granted an allocation', async () => {
  const { relay, address } = await open()
  const { username, credential: password } = relay.server
  const client = await createTurnClient({ address, username, password }, { transport: 'udp' })
  expect(client.relayedAddress).toEqual(['127.0.0.1', 9])
  expect(relay.granted).toBe(1)
  await client.close()
})

test('a request that is sent again is granted once, and answered twice', async () => {
  const { relay, address } = await open()
  const request = new Message(methods.ALLOCATE, classes.REQUEST)
  request.setAttribute('MESSAGE-INTEGRITY', Buffer.alloc(20))
  const socket = createSocket('udp4')
  onTestFinished(() => new Promise((resolve) => socket.close(() => resolve())))
  for (let times = 0; times < 2; times += 1) {
    const answered = once(socket, 'message')
    socket.send(request.bytes, address[1], address[0])
    await answered
  }
  expect(relay.granted).toBe(1)
})

test('datagrams that are no requests are passed over', async () => {
  const { relay, address } = await open()
  const socket = createSocket('udp4')
  for (const bytes of ['', 'hello', '\x00\x03\x00\x08!\x12\xa4B']) {
    await new Promise((resolve) => socket.send(Buffer.from(bytes, 'latin1'), address[1], address[0], resolve))
  }
  socket.close()
  const { username, credential: password } = relay.server
  const client = await createTurnClient({ address, username, password }, { transport: 'udp' })
  expect(relay.granted).toBe(1)
  await client.close()
})

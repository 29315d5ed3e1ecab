import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { seeded } from '../../gateway/media/seeded.ts'
import { Link } from './link.ts'
import { Wire } from './wire.ts'

const open: { destroy?: () => void; close?: () => void }[] = []
afterEach(() => {
  for (const { destroy, close } of open.splice(0)) (destroy ?? close)?.()
})

/** Both ends of a TCP connection. */
async function connection(): Promise<[Socket, Socket]> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const [accepted] = (await once(server, 'connection')) as [Socket]
  open.push(
    { destroy: () => client.destroy() },
    { destroy: () => accepted.destroy() },
    { close: () => server.close() },
  )
  return [client, accepted]
}

test('bytes that are late are not overtaken by those that come after the delay has ended', async () => {
  const [browser, near] = await connection()
  const [far, server] = await connection()
  const wire = new Wire('host', near, far)
  let received = ''
  server.on('data', (bytes) => {
    received += bytes
  })
  wire.delay(100)
  browser.write('one ')
  await expect.poll(() => wire.traffic.up).toBe(4)
  wire.delay(0)
  browser.write('two')
  await expect.poll(() => received).toBe('one two')
  expect(wire.traffic.late).toBe(4)
})

test('a stream over a link comes whole and in its order, whatever is lost on it, and its end after it', async () => {
  const [browser, near] = await connection()
  const [far, server] = await connection()
  const wire = new Wire('host', near, far)
  const link = new Link(seeded(1))
  link.become({ loss: 0.2, jitterMs: 40, reorder: 0.2 })
  wire.leadOver('up', link)
  const sent = Buffer.from(Array.from({ length: 50_000 }, (_, index) => index % 251))
  const received: Buffer[] = []
  server.on('data', (bytes) => received.push(bytes))
  browser.end(sent)
  await once(server, 'end')
  expect(Buffer.concat(received).equals(sent)).toBe(true)
  expect(link.reading.loss).toBeGreaterThan(0.1)
  expect(wire.traffic.late).toBe(sent.length)
})

test('what is led straight again does not overtake what is still on the link', async () => {
  const [browser, near] = await connection()
  const [far, server] = await connection()
  const wire = new Wire('host', near, far)
  const link = new Link(seeded(1))
  link.become({ loss: 1 })
  wire.leadOver('up', link)
  let received = ''
  server.on('data', (bytes) => {
    received += bytes
  })
  browser.write('one ')
  await expect.poll(() => wire.traffic.up).toBe(4)
  wire.leadStraight()
  browser.write('two')
  await expect.poll(() => wire.traffic.up).toBe(7)
  expect(received).toBe('')
  link.become({})
  await expect.poll(() => received).toBe('one two')
  expect(wire.traffic.late).toBe(4)
})

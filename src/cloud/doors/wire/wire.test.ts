import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
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

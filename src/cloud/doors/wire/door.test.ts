import { once } from 'node:events'
import { createServer, get, type IncomingMessage, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { HttpResponse, http } from 'msw'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { Cloud } from '../../cloud.ts'
import { seeded } from '../../gateway/media/seeded.ts'
import { isSignalingHost } from '../../hosts.ts'
import { WireDoor } from './door.ts'
import { Link } from './link.ts'

const ACCESSHUB = 'accesshub-wss.coolbcloud.com'

async function openDoor(origins: string[] = []) {
  const cloud = new Cloud()
  const door = await WireDoor.open({ cloud, origins })
  onTestFinished(() => door.close())
  return { cloud, door }
}

/** Asks the proxy for a tunnel, as a browser does. */
async function tunnel(
  door: WireDoor,
  target: string,
  agent = 'Mozilla/5.0',
): Promise<{ status: number; socket: Socket }> {
  const { hostname, port } = new URL(door.url)
  const headers = agent ? { 'User-Agent': agent } : {}
  const connecting = request({ hostname, port, method: 'CONNECT', path: target, headers }).end()
  const [response, socket] = await once(connecting, 'connect')
  return { status: response.statusCode, socket }
}

async function webSocket(door: WireDoor, host = ACCESSHUB): Promise<WebSocket> {
  const { socket } = await tunnel(door, `${host}:443`)
  const secured = connectTls({ socket, rejectUnauthorized: false })
  const client = new WebSocket(`wss://${host}/accesshub`, { createConnection: () => secured })
  client.on('error', () => {})
  await once(client, 'open')
  return client
}

test('a ZEGO host leads to the cloud', async () => {
  const { cloud, door } = await openDoor()
  const client = await webSocket(door)
  client.send('not a frame')
  await expect.poll(() => cloud.defects.length).toBe(1)
  expect(cloud.defects[0]?.message).toContain('not a frame')
})

test('a host that is neither ZEGO’s nor the app’s is refused and reported with the whole address', async () => {
  const { door } = await openDoor()
  const { socket } = await tunnel(door, 'example.com:443')
  const secured = connectTls({ socket, rejectUnauthorized: false })
  secured.write('GET /a.js HTTP/1.1\r\nHost: example.com\r\n\r\n')
  expect(String(await once(secured, 'data'))).toMatch(/^HTTP\/1.1 403/)
  const { socket: plain } = await tunnel(door, 'example.com:80')
  plain.write('GET /live HTTP/1.1\r\nUpgrade: websocket\r\n\r\n')
  expect(String(await once(plain, 'data'))).toMatch(/^HTTP\/1.1 403/)
  expect(door.leaks.map(({ url }) => url)).toEqual(['https://example.com/a.js', 'ws://example.com:80/live'])
  secured.destroy()
  plain.destroy()
})

test('a host whose certificate is turned away is reported, too', async () => {
  const { door } = await openDoor()
  const { socket } = await tunnel(door, 'example.com:443')
  const careful = connectTls({ socket, servername: 'example.com' })
  await once(careful, 'error')
  await expect.poll(() => door.leaks.map(({ url }) => url)).toEqual(['https://example.com'])
})

test('where the page may go and nobody listens is noted, over HTTP and through a tunnel', async () => {
  const gone = createServer().listen(0, '127.0.0.1')
  await once(gone, 'listening')
  const address = `127.0.0.1:${(gone.address() as AddressInfo).port}`
  gone.close()
  const { door } = await openDoor([`http://${address}`])
  const { hostname, port } = new URL(door.url)
  await expect(once(get({ hostname, port, path: `http://${address}/` }), 'response')).rejects.toThrow()
  await expect(tunnel(door, address)).rejects.toThrow()
  expect(door.unanswered).toEqual([`http://${address}`, address])
})

test('a relay that WebRTC looks for over TCP is refused, and reported unless it is the gateway’s', async () => {
  const { door } = await openDoor()
  for (const target of ['127.0.0.1:443', 'turn.example.com:3478']) {
    const { status, socket } = await tunnel(door, target, '')
    expect(status).toBe(403)
    socket.destroy()
  }
  expect(door.leaks.map(({ url }) => url)).toEqual(['turn:turn.example.com:3478?transport=tcp'])
})

test('the app’s own origin passes, and a handler may answer in its place', async () => {
  const app = createServer((_, response) => response.end('from the app')).listen(0, '127.0.0.1')
  await once(app, 'listening')
  onTestFinished(() => void app.close())
  const origin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`
  const { cloud, door } = await openDoor([origin])
  cloud.use(http.get('*/api/token', () => HttpResponse.text('from the test')))
  expect(await read(door, `${origin}/`)).toBe('from the app')
  expect(await read(door, `${origin}/api/token`)).toBe('from the test')
})

test('whoever answers without end is told when nobody listens any more', async () => {
  const { cloud, door } = await openDoor()
  const cancel = vi.fn()
  const pull = (controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array(1_024))
  cloud.use(http.get('http://app.test/endless', () => new HttpResponse(new ReadableStream({ pull, cancel }))))
  const answer = await ask(door, 'http://app.test/endless')
  await once(answer, 'readable')
  expect(cancel).not.toHaveBeenCalled()
  answer.destroy()
  await expect.poll(() => cancel.mock.calls.length).toBe(1)
})

test('plain HTTP that is under way is cut, held and late as everything else is', async () => {
  const requests: unknown[] = []
  const app = createServer((request, response) => {
    requests.push(request.url)
    if (request.url !== '/slow') response.end('done')
    else response.write('begun')
  }).listen(0, '127.0.0.1')
  await once(app, 'listening')
  onTestFinished(() => void app.close().closeAllConnections())
  const origin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`
  const { door } = await openDoor([origin])
  const other = (await openDoor([origin])).door
  const all = () => true

  const answer = await ask(door, `${origin}/slow`)
  await once(answer, 'data')
  const broken = once(answer, 'error')
  const cut = door.network.cut(all)
  expect(cut.wires.map(({ host }) => host)).toEqual(['127.0.0.1'])
  expect(String(await broken)).toMatch(/aborted/)
  await expect(ask(door, `${origin}/`)).rejects.toThrow(/ECONNRESET|hang up/)
  cut.end()

  const held = door.network.halfOpen(all)
  const heard = vi.fn()
  const asked = read(door, `${origin}/`).then(heard)
  await expect.poll(() => held.wires.length).toBe(1)
  const answered = requests.length
  // Through another proxy one is answered meanwhile.
  expect(await read(other, `${origin}/`)).toBe('done')
  expect(requests).toHaveLength(answered + 1)
  expect(heard).not.toHaveBeenCalled()
  held.end()
  await asked
  expect(heard).toHaveBeenCalledWith('done')

  const delay = door.network.delay(all, 20)
  expect(await read(door, `${origin}/`)).toBe('done')
  expect(Math.max(...delay.wires.map(({ traffic }) => traffic.late))).toBeGreaterThan(0)
})

test('a cut resets open connections and refuses new ones until healed', async () => {
  const { door } = await openDoor()
  const client = await webSocket(door)
  const closed = once(client, 'close')
  expect(door.network.cut(isSignalingHost).wires).toHaveLength(1)
  expect((await closed)[0]).toBe(1006)
  await expect(webSocket(door)).rejects.toThrow(/ECONNRESET|socket hang up/)
  door.network.heal()
  await webSocket(door)
})

test('of several hosts, only the one that is asked for first is refused', async () => {
  const { door } = await openDoor()
  const { wires, end } = door.network.refuse(isSignalingHost, 'first')
  await expect(webSocket(door)).rejects.toThrow(/ECONNRESET|socket hang up/)
  await webSocket(door, 'accesshub-wss.coolgcloud.com')
  await expect(webSocket(door)).rejects.toThrow(/ECONNRESET|socket hang up/)
  expect(wires.map(({ host }) => host)).toEqual(['accesshub-wss.coolgcloud.com'])
  end()
  await webSocket(door)
})

test('signaling over a link is late, through connections that come later too, and is healed', async () => {
  const { cloud, door } = await openDoor()
  const link = new Link(seeded(1))
  link.become({ latencyMs: 100 })
  const { wires } = door.network.shape(isSignalingHost, 'up', link)
  const client = await webSocket(door)
  expect(wires.map(({ host }) => host)).toEqual([ACCESSHUB])
  const begin = performance.now()
  client.send('not a frame')
  await expect.poll(() => cloud.defects.length).toBe(1)
  expect(performance.now() - begin).toBeGreaterThanOrEqual(99)
  const before = wires[0]?.traffic.late ?? 0
  expect(before).toBeGreaterThan(0)
  door.network.heal()
  client.send('not a frame either')
  await expect.poll(() => cloud.defects.length).toBe(2)
  expect(wires[0]?.traffic.late).toBe(before)
})

test('a connection that is on its way when the network is cut does not get through', async () => {
  const { door } = await openDoor()
  vi.spyOn(door.network, 'refuses').mockImplementationOnce(() => {
    door.network.cut(isSignalingHost) // right after this one was let through
    return false
  })
  await expect(tunnel(door, `${ACCESSHUB}:443`)).rejects.toThrow(/ECONNRESET|hang up/)
  expect(door.network.refusals).toEqual([ACCESSHUB])
})

test('nothing is left after closing: no socket and no server', async () => {
  const cloud = new Cloud()
  const door = await WireDoor.open({ cloud, origins: [] })
  const client = await webSocket(door)
  const closed = once(client, 'close')
  await Promise.all([door.close(), cloud.close(), closed])
  const left = () => process.getActiveResourcesInfo().filter((name) => /TCP|TLS|UDP|Immediate/.test(name))
  await expect.poll(left).toEqual([])
})

test('an origin that is none is refused with an example', async () => {
  await expect(WireDoor.open({ cloud: new Cloud(), origins: ['localhost'] })).rejects.toThrow(
    'Not an origin: localhost. Write it as http://localhost:5173.',
  )
})

/** Asks the proxy as a browser does for what is not encrypted. */
async function ask(door: WireDoor, url: string): Promise<IncomingMessage> {
  const { hostname, port } = new URL(door.url)
  const asking = get({ hostname, port, path: url, agent: false })
  const [response] = await once(asking, 'response')
  asking.on('error', () => {}) // the answer has it as well
  return response
}

async function read(door: WireDoor, url: string): Promise<string> {
  let text = ''
  for await (const chunk of await ask(door, url)) text += chunk
  return text
}

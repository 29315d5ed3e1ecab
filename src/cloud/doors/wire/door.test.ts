import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { Cloud } from '../../cloud.ts'
import { WireDoor } from './door.ts'

/** Asks for a URL as a browser behind the proxy does. */
function ask(door: WireDoor, url: string): Promise<{ status?: number; body: string }> {
  const { hostname, port } = new URL(door.url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: url, headers: { host: new URL(url).host } }, async (answer) =>
      resolve({ status: answer.statusCode, body: await text(answer) }),
    )
      .on('error', reject)
      .end()
  })
}

test('a host that is nobody’s is refused in words and reported', async () => {
  const door = await WireDoor.open({ cloud: new Cloud(), origins: [] })
  const { status, body } = await ask(door, 'http://fonts.example/a.css')
  expect(status).toBe(403)
  expect(body).toMatch(/no request pass to http:\/\/fonts\.example\/a\.css/)
  expect(door.leaks.map(({ url }) => url)).toEqual(['http://fonts.example/a.css'])
  await door.close()
})

test('a handler of the test answers for a host that is nobody’s', async () => {
  const cloud = new Cloud()
  cloud.use(http.get('http://api.example/user', () => HttpResponse.json({ name: 'host' })))
  const door = await WireDoor.open({ cloud, origins: [] })
  expect(await ask(door, 'http://api.example/user')).toEqual({ status: 200, body: '{"name":"host"}' })
  expect((await ask(door, 'http://api.example/other')).status).toBe(403)
  expect(door.leaks).toHaveLength(1)
  await door.close()
})

test('an origin that is none is refused with an example', async () => {
  await expect(WireDoor.open({ cloud: new Cloud(), origins: ['localhost'] })).rejects.toThrow(
    /http:\/\/localhost:5173/,
  )
})

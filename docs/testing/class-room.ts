import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeToken } from '../../src/cloud/token.ts'

/**
 * The class room of examples/plain as its owners run it: with their token service, and in Chinese at an address of its
 * own. APP_PORT is where the example is served.
 */
const example = `http://127.0.0.1:${process.env.APP_PORT}`

const chinese: Readonly<Record<string, string>> = {
  'Join the class': '进入课堂',
  Speak: '发言',
  'In the class': '已进入课堂',
  'You were removed from the class': '你已被移出课堂',
  'stopped working': '停止工作了',
}

const inEnglish = (text: string) => text
const inChinese = (text: string) =>
  Object.entries(chinese).reduce((sofar, [english, translated]) => sofar.replace(english, translated), text)

const room =
  (translate: (text: string) => string): RequestListener =>
  async ({ url = '/' }, response) => {
    if (url.startsWith('/api/token')) return response.end(JSON.stringify({ token: makeToken() }))
    const answer = await fetch(new URL(url, example))
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? 'text/plain' })
    response.end(translate(await answer.text()))
  }

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

console.log(`English: ${await serve(room(inEnglish))} Chinese: ${await serve(room(inChinese))}`)

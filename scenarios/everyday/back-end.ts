import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { makeToken } from '../../fixtures/index.ts'
import { APP_ID } from '../live-room.ts'

export const serverSecret = 'a-server-secret-of-32-characters'
export const callbackSecret = 'a-callback-secret'

/** The back end of the sample app, as its owners run it: it knows ZEGO by an address and two secrets, and nothing of any test. */
export class BackEnd {
  /** The callbacks it took, each once its signature was verified. */
  readonly heard: Readonly<Record<string, string>>[] = []
  readonly #zegoApi: string
  readonly #server: Server = createServer((request, response) => this.#serve(request, response))

  private constructor(zegoApi: string) {
    this.#zegoApi = zegoApi
  }

  static async open(zegoApi: string): Promise<BackEnd> {
    const backEnd = new BackEnd(zegoApi)
    backEnd.#server.listen(0, '127.0.0.1')
    await once(backEnd.#server, 'listening')
    return backEnd
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Asks it, as an administrator's page does, for something that it asks of ZEGO. @returns what ZEGO answered */
  async ask(path: string, query: Readonly<Record<string, string>>): Promise<unknown> {
    return (await fetch(`${this.url}${path}?${new URLSearchParams(query)}`, { method: 'POST' })).json()
  }

  /** What it was told of a room, in the order in which it came: `room_logout host 3`. */
  told(roomId: string): readonly string[] {
    return this.heard
      .filter(({ room_id }) => room_id === roomId)
      .map(({ event, user_account, stream_id, reason = '', type = reason }) =>
        `${event} ${user_account ?? stream_id} ${type}`.trim(),
      )
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url)
    const [room = '', user = ''] = ['roomID', 'userID'].map((name) => searchParams.get(name) ?? '')
    const answer = (body: unknown) => response.end(JSON.stringify(body))
    if (pathname === '/api/token')
      return void answer({
        token: await makeToken({ appId: APP_ID, userId: user, secret: serverSecret, room }),
      })
    if (pathname === '/admin/kick')
      return void answer(
        await this.#call({ Action: 'KickoutUser', RoomId: room, 'UserId[]': user, CustomReason: 'spam' }),
      )
    if (pathname === '/admin/forbid') {
      const StreamId = searchParams.get('streamID') ?? ''
      return void answer(await this.#call({ Action: 'ForbidRTCStream', StreamId, Sequence: `${Date.now()}` }))
    }
    if (pathname === '/zego') return this.#take((await json(request)) as Record<string, string>, response)
    response.writeHead(404).end()
  }

  #take(callback: Readonly<Record<string, string>>, response: ServerResponse): void {
    const { timestamp = '', nonce = '', signature } = callback
    const expected = createHash('sha1')
      .update([callbackSecret, timestamp, nonce].sort().join(''))
      .digest('hex')
    if (signature === expected) this.heard.push(callback)
    response.writeHead(signature === expected ? 200 : 403).end()
  }

  async #call(parameters: Readonly<Record<string, string>>): Promise<unknown> {
    const SignatureNonce = randomBytes(8).toString('hex')
    const Timestamp = `${Math.round(Date.now() / 1_000)}`
    const Signature = createHash('md5')
      .update(APP_ID + SignatureNonce + serverSecret + Timestamp)
      .digest('hex')
    const common = { AppId: `${APP_ID}`, SignatureNonce, Timestamp, Signature, SignatureVersion: '2.0' }
    return (await fetch(`${this.#zegoApi}/?${new URLSearchParams({ ...parameters, ...common })}`)).json()
  }
}

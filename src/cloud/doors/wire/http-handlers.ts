import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ReadableStream } from 'node:stream/web'
import { getResponse, type RequestHandler } from 'msw'

/** Reads the body of a request, or nothing for the methods that have none. */
export async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bodiless = request.method === 'GET' || request.method === 'HEAD'
  return bodiless ? undefined : new Uint8Array(await buffer(request))
}

/**
 * Answers a request of Node's http server with MSW handlers.
 *
 * @returns whether one of them had an answer; if not, nothing was written
 */
export async function answerWithHandlers(
  handlers: readonly RequestHandler[],
  url: string,
  request: IncomingMessage,
  body: Uint8Array<ArrayBuffer> | undefined,
  response: ServerResponse,
): Promise<boolean> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one)
  }
  const answer = await getResponse([...handlers], new Request(url, { method: request.method, headers, body }))
  if (!answer) return answerPreflight(handlers, url, headers, request, response)
  if (answer.type === 'error') {
    request.socket.destroy()
    return true
  }
  const cookies = answer.headers.getSetCookie()
  response.writeHead(answer.status, {
    ...readableBy(headers.get('origin')),
    ...Object.fromEntries(answer.headers),
    ...(cookies.length ? { 'set-cookie': cookies } : {}),
  })
  if (!answer.body) response.end()
  else {
    const body = Readable.fromWeb(answer.body as ReadableStream)
    body.on('error', () => response.destroy()).pipe(response)
    // Whoever answers without end is told when nobody listens any more.
    response.on('close', () => body.destroy())
  }
  return true
}

/** Lets a browser ask for what a handler answers: MSW's own handlers stand before the browser, and never meet its rules. */
async function answerPreflight(
  handlers: readonly RequestHandler[],
  url: string,
  headers: Headers,
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const wanted = headers.get('access-control-request-method')
  if (method !== 'OPTIONS' || !wanted) return false
  const asked = () => new Request(url, { method: wanted })
  const answering = await Promise.all(handlers.map((handler) => handler.test({ request: asked() })))
  if (!answering.some(Boolean)) return false
  response.writeHead(204, {
    ...readableBy(headers.get('origin')),
    'access-control-allow-methods': wanted,
    'access-control-allow-headers': headers.get('access-control-request-headers') ?? '',
  })
  response.end()
  return true
}

/** So that pages of the origin may read an answer, cookies included, unless the handler says otherwise. */
function readableBy(origin: string | null): Record<string, string> {
  if (!origin) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': '*',
    vary: 'Origin',
  }
}

/** Refuses a request that would leave the machine, in words that a person who looks at the page understands. */
export function refuse(response: ServerResponse, url: string): void {
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(
    `zego-fault-harness blocked a request to ${url}: set baseURL or allowedOrigins, or answer it in the test.`,
  )
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
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
  if (!answer) return false
  if (answer.type === 'error') {
    request.socket.destroy()
    return true
  }
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(new Uint8Array(await answer.arrayBuffer()))
  return true
}

/** Refuses a request that would leave the machine, in words that a person who looks at the page understands. */
export function refuse(response: ServerResponse, url: string): void {
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(
    `zego-fault-harness let no request pass to ${url}: set baseURL or origins, or answer it in the test.`,
  )
}

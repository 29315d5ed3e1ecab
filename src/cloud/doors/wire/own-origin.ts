import type { IncomingMessage, ServerResponse } from 'node:http'
import { request as requestSecurely } from 'node:https'
import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect } from 'node:tls'
import type { Place } from './place.ts'

/** Whoever signed it: the certificates of apps on this machine are seldom signed by anybody. */
const anyCertificate = { rejectUnauthorized: false }

/** Hands a request on to the app's own HTTPS origin, because no handler of the test has answered it. */
export function handOn(
  { host, port }: Place,
  { method, url: path, headers }: IncomingMessage,
  body: Uint8Array | undefined,
  response: ServerResponse,
): void {
  const onward = requestSecurely({
    host,
    port,
    method,
    path,
    headers,
    ...serverName(headers),
    ...anyCertificate,
  })
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  response.on('close', () => onward.destroy())
  onward.end(body)
}

/** Hands a WebSocket on, such as that of a dev server which reloads the page. */
export function handOnSocket(place: Place, request: IncomingMessage, near: Duplex, head: Buffer): void {
  const far = connect({ ...place, ...serverName(request.headers), ...anyCertificate })
  const lines = [`${request.method} ${request.url} HTTP/1.1`]
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`)
  }
  far.write(`${lines.join('\r\n')}\r\n\r\n`)
  far.write(head)
  near.pipe(far).pipe(near)
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on('error', () => to.destroy())
    from.on('close', () => to.destroy())
  }
}

function serverName({ host = '' }: IncomingMessage['headers']): { servername?: string } {
  const { hostname } = new URL(`https://${host}`)
  return isIP(hostname) || hostname.startsWith('[') ? {} : { servername: hostname }
}

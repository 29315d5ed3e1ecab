import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Listen } from '../../server/server.ts'
import { answerWithHandlers, readBody } from './http-handlers.ts'

/** Whom a back end believes to speak to. */
const api = 'https://rtc-api.zego.im'

/** Lets back ends on this machine in, over plain http: whatever they ask is answered as if it had been asked of ZEGO's own host. */
export const listenForBackEnds: Listen = async (handlers, onUnknown) => {
  const server = createServer(async (request, response) => {
    const url = `${api}${request.url}`
    const body = await readBody(request)
    if (await answerWithHandlers(handlers(), url, request, body, response)) return
    onUnknown(`no such call of the server API: ${request.method} ${request.url?.split('?')[0]}`)
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
    response.end('zego-fault-harness: a call of the server API is GET /?Action=…')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

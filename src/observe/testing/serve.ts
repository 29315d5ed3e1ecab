import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Serves fixed texts by path on a free loopback port: scripts where the path ends in `.js`, else HTML. */
export async function serve(
  texts: Readonly<Record<string, string>>,
): Promise<{ url: string; close: () => void }> {
  const server = createServer(({ url = '/' }, response) => {
    const text = texts[url]
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/html'
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}`, close: () => server.close() }
}

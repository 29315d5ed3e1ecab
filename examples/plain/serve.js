import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// The SDK's main build is one plain script that expects these four before it.
const sdk = createRequire(import.meta.resolve('zego-express-engine-webrtc'))
const scripts = {
  '/sdk/long.js': sdk.resolve('long'),
  '/sdk/protobuf.js': sdk.resolve('protobufjs/dist/minimal/protobuf.js'),
  '/sdk/localforage.js': sdk.resolve('localforage'),
  '/sdk/logger.js': sdk.resolve('zego-express-logger'),
  '/sdk/zego.js': sdk.resolve('zego-express-engine-webrtc'),
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const name = pathname === '/' ? 'index.html' : pathname.replaceAll('..', '')
  const file = scripts[pathname] ?? join(import.meta.dirname, 'app', name)
  if (!existsSync(file)) return response.writeHead(404).end()
  response.setHeader('Content-Type', file.endsWith('.js') ? 'text/javascript' : 'text/html')
  createReadStream(file).pipe(response)
})
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(`Class room at http://127.0.0.1:${server.address().port}`)
})

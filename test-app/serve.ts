import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { builtApp } from './built.ts'

/** Serves the built sample app on a free loopback port until stopped. Prints the address. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => process.exit())

const folder = await builtApp({ mutants: Boolean(process.env.ZEGO_MUTANTS) })
const files = new Map(
  readdirSync(folder, { encoding: 'utf8', recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [`/${name.replaceAll('\\', '/')}`, readFileSync(join(folder, name))]),
)

const server = createServer(({ url = '/', method }, response) => {
  const { pathname } = new URL(url, 'http://localhost')
  const path = pathname === '/' ? '/index.html' : pathname
  const content = files.get(path)
  if (!content) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end(`No file ${path}`)
  const type = types[extname(path)] ?? 'application/octet-stream'
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': content.length,
    'Cache-Control': 'no-cache',
  })
  response.end(method === 'HEAD' ? undefined : content)
})
server.listen(0, '127.0.0.1', () => {
  console.log(`Sample app at http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'

/**
 * Builds the sample app into a folder of its own, so that runs side by side do not disturb each other, and serves it
 * on a free loopback port until stopped. Prints the address.
 */
const configFile = join(import.meta.dirname, 'vite.config.ts')
const outDir = mkdtempSync(join(tmpdir(), 'zego-test-app-'))
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }))
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => process.exit())

await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
const server = await preview({ configFile, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
console.log(`Sample app at ${server.resolvedUrls?.local[0]}`)

#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const built = new URL('../dist/src/cli/main.js', import.meta.url)

const { main } = existsSync(built) ? await import(built.href) : await fromSources()
const here = process.cwd()
process.exitCode = main(process.argv.slice(2), existsSync(join(here, 'scenarios')) ? here : home)

/** A clone is not built: its TypeScript runs as it is. */
async function fromSources() {
  const { tsImport } = await import('tsx/esm/api').catch(() => {
    console.error('This clone has neither been installed nor built. Run `npm ci` first.')
    process.exit(2)
  })
  return tsImport('../src/cli/main.ts', import.meta.url)
}

#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))

// The package holds no sources. A clone does, and a build of it may be older than they are.
const isClone = existsSync(join(home, 'src/cli/main.ts'))
const { main } = isClone ? await fromSources() : await import('../dist/src/cli/main.js')
const here = process.cwd()
process.exitCode = main(process.argv.slice(2), existsSync(join(here, 'scenarios')) ? here : home)

async function fromSources() {
  const { tsImport } = await import('tsx/esm/api').catch(() => {
    console.error('Nothing is installed in this clone yet. Run `npm ci` first.')
    process.exit(2)
  })
  return tsImport('../src/cli/main.ts', import.meta.url)
}

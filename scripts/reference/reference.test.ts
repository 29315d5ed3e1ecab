import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { slowness } from '../../src/machine/slowness.ts'

const longEnough = 120_000 * slowness()

test('everything that the package exports has a docstring', { timeout: longEnough }, () => {
  expect(typedoc()).toEqual({ status: 0, said: '' })
})

test('what has none is named', { timeout: longEnough }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'reference-'))
  const entry = join(folder, 'entry.ts')
  const source = [
    '/** A door. */',
    'export interface Door {',
    '  /** Whether it is open. */',
    '  open: boolean',
    '  colour: string',
    '}',
    'export const knock = () => {}',
  ]
  writeFileSync(entry, source.join('\n'))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ files: ['entry.ts'] }))
  const { status, said } = typedoc('--entryPoints', entry, '--tsconfig', join(folder, 'tsconfig.json'))
  rmSync(folder, { recursive: true })
  expect(status).not.toBe(0)
  expect(said.match(/(?<=entry\.)\S+ has no docstring/g)?.toSorted()).toEqual([
    'Door.colour has no docstring',
    'knock has no docstring',
  ])
})

/** Reads sources as `npm run docs` does, and writes nothing. */
function typedoc(...options: readonly string[]) {
  const program = join(import.meta.dirname, 'node_modules/typedoc/bin/typedoc')
  expect(existsSync(program), 'typedoc is not installed: run npm ci').toBe(true)
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--emit', 'none', ...options], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { status, said: stdout + stderr }
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loopbackOnly, NoNamespace, testimony, witnessed } from './loopback.ts'

const allowed = (() => {
  try {
    return loopbackOnly()
  } catch (error) {
    if (error instanceof NoNamespace) return undefined
    throw error
  }
})()

test.runIf(allowed)('without a network, whoever asks for another machine fails and is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'witness.txt')
  const [command = '', ...prefix] = allowed ?? []
  const planted = ['npx', '--no-install', 'tsx', join(import.meta.dirname, 'planted.ts')]
  const output = execFileSync(command, [...prefix, ...planted], {
    encoding: 'utf8',
    env: { ...process.env, ...witnessed(file) },
  })
  const { node, child, page, worker } = JSON.parse(output.trim().split('\n').at(-1) ?? '')
  expect([node, child]).toEqual(Array(2).fill(expect.stringMatching(/ENETUNREACH.*192\.0\.2\.1/)))
  const failed = expect.stringMatching(/Failed to fetch; http:\/\/192\.0\.2\.1\/ net::ERR_/)
  expect([page, worker]).toEqual([failed, failed])
  const told = testimony(file)
  expect(told).toEqual([
    expect.stringMatching(/planted\.ts \(process \d+\) asked for 192\.0\.2\.1:80: ENETUNREACH/),
    expect.stringMatching(/node -e \(process \d+\) asked for 192\.0\.2\.1:80: ENETUNREACH/),
  ])
})

test('of a run in which nobody asked, there is nothing to tell', () => {
  expect(testimony('/nowhere/witness.txt')).toEqual([])
})

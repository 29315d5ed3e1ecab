import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { JSONReport, JSONReportSuite, JSONReportTestResult } from '@playwright/test/reporter'
import { type RunRecord, readRecord, recordAttachment } from '../src/ledger/run/record.ts'

/** One run of one test of the bench's Playwright projects. */
export interface Run {
  readonly project: string
  readonly file: string
  readonly title: string
  readonly tags: readonly string[]
  readonly passed: boolean
  /** What made it fail, in one line. */
  readonly error: string
  /**
   * Ms of the test and its test-scoped fixtures, both ways. Playwright leaves out what has a time-out of its own:
   * starting the worker, loading the file, launching the browser.
   */
  readonly duration: number
  /** The worker that ran it: one process, one browser. */
  readonly worker: number
  readonly startedAt: number
  /** What `measured` put on it. */
  readonly measured: readonly (readonly [name: string, value: number])[]
  /** What the fixtures attached for the ledger. */
  readonly record?: RunRecord
}

/** As people know it: by the situation its file is named after, and its title. */
export const nameOf = ({ file, title }: Run): string => `${file.replace(/^.*\/|\.spec\.ts$/g, '')}: ${title}`

interface Wanted {
  readonly projects: readonly string[]
  /** Paths of the test files, from the root of the repository; all when left out. */
  readonly files?: readonly string[]
  readonly repeats?: number
}

/**
 * Runs Playwright projects of `bench/playwright.config.ts`, and shows how far it is. A run that failed is told of and
 * left out: its duration would mean nothing.
 */
export async function runProjects({ projects, files = [], repeats = 1 }: Wanted): Promise<Run[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zego-bench-'))
  const output = join(folder, 'results.json')
  const args = [
    ...['--no-install', 'playwright', 'test', '--config=bench/playwright.config.ts'],
    ...files.map((file) => `${file.replace(/[^\w/-]/g, '\\$&')}$`),
    ...projects.map((project) => `--project=${project}`),
    `--repeat-each=${repeats}`,
    // Others may run tests in this folder at the same time.
    `--output=${join(folder, 'output')}`,
  ]
  console.log(`Load before: ${load()}`)
  const child = spawn('npx', args, {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: output },
    stdio: 'inherit',
  })
  await once(child, 'close')
  console.log(`Load after: ${load()}, of which about 1 is the bench itself`)
  try {
    const { suites, errors } = JSON.parse(readFileSync(output, 'utf8')) as JSONReport
    const runs = suites.flatMap((suite) => runsOf(suite))
    if (!runs.length) throw new Error(`Nothing ran: ${errors.map(({ message }) => message).join('\n')}`)
    const passed = runs.filter(isPassed)
    if (!passed.length) throw new Error('Every test failed, so nothing was measured.')
    return passed
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')

function isPassed({ passed, file, title, error }: Run): boolean {
  if (!passed) {
    console.error(`Left out, because it failed: ${file} › ${title}: ${error}`)
    process.exitCode = 1
  }
  return passed
}

function runsOf({ specs, suites = [] }: JSONReportSuite): Run[] {
  const own = specs.flatMap(({ file, title, tags, tests }) =>
    tests.flatMap(({ projectName: project, results, annotations }) => {
      const measured = annotations
        .filter(({ type }) => type.startsWith('measured '))
        .map(({ type, description }) => [type.slice('measured '.length), Number(description)] as const)
      return results.map((result) => ({ project, file, title, tags, measured, ...resultOf(result) }))
    }),
  )
  return [...own, ...suites.flatMap(runsOf)]
}

function resultOf({ status, error, duration, workerIndex, startTime, attachments }: JSONReportTestResult) {
  const body = attachments.find(({ name }) => name === recordAttachment)?.body
  return {
    passed: status === 'passed',
    error: stripVTControlCharacters(error?.message ?? status ?? '').split('\n')[0] ?? '',
    duration,
    worker: workerIndex,
    startedAt: new Date(startTime).getTime(),
    ...(body && { record: readRecord(Buffer.from(body, 'base64')) }),
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { FullConfig, Suite, TestCase, TestResult } from '@playwright/test/reporter'
import { type Need, needs } from '../../codes/index.ts'
import type { Ran, ScenarioOutcome } from './ran.ts'
import { RecordUnreadable, reactionAttachment, readRecord, recordAttachment } from './record.ts'

type Attachment = TestResult['attachments'][number]

/** Every test of a run, with what it attached: from the run itself, or from blobs that are merged. */
export function collect(suite: Suite, config: FullConfig): readonly Ran[] {
  return suite.allTests().map((test) => ran(test, config))
}

/** Folder that paths of a run are shown relative to: the one of its configuration. */
export function baseFolder({ configFile, rootDir }: FullConfig): string {
  return dirname(configFile ?? rootDir)
}

/** One test, as its last result left it. */
export function ran(test: TestCase, config: FullConfig): Ran {
  const [, project = '', , ...titles] = test.titlePath()
  const title = titles.join(' › ')
  const file = relative(baseFolder(config), test.location.file).replaceAll('\\', '/')
  const result = test.results.at(-1)
  return {
    id: `${project && `[${project}] `}${file} › ${title}`,
    file,
    line: test.location.line,
    title,
    project: project || null,
    tags: test.tags,
    repeat: test.repeatEachIndex,
    outcome: outcomeOf(test, result),
    ...lacking(test, result),
    startedAt: result ? result.startTime.getTime() : null,
    durationMs: result?.duration ?? 0,
    error: brief(result?.error?.message),
    ...(result && attached(result)),
  }
}

function outcomeOf(test: TestCase, result: TestResult | undefined): ScenarioOutcome {
  if (!result) return 'not-run'
  if (test.outcome() === 'flaky') return 'flaky'
  return result.status
}

/** What a test was skipped for, by the sentence that it says. */
function lacking({ annotations }: TestCase, result: TestResult | undefined): Pick<Ran, 'lacks'> {
  if (result?.status !== 'skipped') return {}
  const said = [...annotations, ...result.annotations].map(({ description }) => description)
  const lacks = (Object.keys(needs) as Need[]).find((need) => said.includes(needs[need]))
  return lacks ? { lacks } : {}
}

function attached({ attachments }: TestResult): Pick<Ran, 'record' | 'unreadable' | 'screenshot' | 'trace'> {
  const find = (name: string) => attachments.findLast((attachment) => attachment.name === name)
  const picture = find(reactionAttachment)
  const screenshot = picture?.contentType === 'image/jpeg' ? bodyOf(picture) : undefined
  const trace = find('trace')?.path ?? ''
  return {
    ...record(find(recordAttachment)),
    ...(screenshot && { screenshot }),
    ...(existsSync(trace) && { trace }),
  }
}

function record(attachment: Attachment | undefined): Pick<Ran, 'record' | 'unreadable'> {
  if (!attachment) return {}
  try {
    return { record: readRecord(bodyOf(attachment) ?? '') }
  } catch (error) {
    if (error instanceof RecordUnreadable) return { unreadable: error.message }
    throw error
  }
}

/** Of a test that passed, Playwright may have deleted it by now (`preserveOutput`). */
function bodyOf({ body, path }: Attachment): Buffer | undefined {
  return body ?? (path && existsSync(path) ? readFileSync(path) : undefined)
}

/** The first lines of an error, without colours. */
function brief(message: string | undefined): string | null {
  if (!message) return null
  const plain = stripVTControlCharacters(message)
  return plain.split('\n').filter(Boolean).slice(0, 3).join('\n')
}

import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { commandsOf, complaintAbout } from './testing/commands.ts'
import { checkTypes, mergeReports, type Outcome, runTests } from './testing/execution.ts'
import { type Form, formOf, notes, unknown } from './testing/form.ts'
import { missingLine } from './testing/output.ts'
import { type Block, pages, placeOf, root } from './testing/page.ts'
import { type Ended, patience, run } from './testing/run.ts'
import { projectOf, type Source, sourcesOf } from './testing/source.ts'
import { commandsOfWorkflow, complaintsAboutWorkflow } from './testing/workflow.ts'
import { Workspace } from './testing/workspace.ts'

/** Executes every fenced block of the documentation, all that Playwright runs in one run. */
const blocks = pages.flatMap((page) => page.blocks)
/** The first block that says the same: what a translation only repeats is broken and reported once. */
const firstOf = ({ text, note }: Block) => blocks.find((block) => block.text === text && block.note === note)
const sources = blocks
  .filter((block) => formOf(block) !== 'failure' || firstOf(block) === block)
  .flatMap((block) => sourcesOf(block, blocks))
let workspace: Workspace
vi.setConfig({ testTimeout: patience, hookTimeout: patience + 20_000 })
let outcomes: readonly Outcome[] = []
let complaints: ReadonlyMap<string, string> = new Map()

beforeAll(async () => {
  workspace = new Workspace(sources)
  ;[complaints, outcomes] = await Promise.all([checkTypes(workspace.folder), runTests(workspace.folder)])
})

afterAll(() => workspace.dispose())

const cases = (...forms: Form[]) =>
  blocks.flatMap((block) => {
    const form = formOf(block)
    return form && forms.includes(form) ? [{ place: placeOf(block), block }] : []
  })
const filesOf = (block: Block): readonly Source[] => sources.filter((source) => source.block === block)
const outcomesOf = (block: Block) =>
  outcomes.filter(({ file }) => filesOf(block).some((source) => source.file === file))

test.each(blocks.map((block) => ({ place: placeOf(block), block })))(
  '$place: somebody knows how to execute it',
  ({ block }) => {
    expect(formOf(block), unknown(block)).toBeDefined()
  },
)

test.each(cases('test', 'options', 'module', 'configuration'))(
  '$place: the types are right',
  ({ place, block }) => {
    const found = filesOf(block).flatMap(({ file }) => complaints.get(file) ?? [])
    expect(found, `The compiler complains about ${place}`).toEqual([])
  },
)

test.each(cases('test', 'options', 'module'))('$place: the test passes', ({ place, block }) => {
  const ran = outcomesOf(block)
  expect(ran.length, `No test of ${place} ran`).toBeGreaterThan(0)
  for (const { passed, title, error } of ran) expect(passed, `${place}, ${title}\n${error}`).toBe(true)
})

test.each(cases('failure'))('$place: the broken test fails like this', ({ place, block }) => {
  const [outcome] = outcomesOf(firstOf(block) ?? block)
  const said = outcome?.error ?? ''
  expect(outcome?.passed, `The broken test of ${place} did not fail`).toBe(false)
  expect(
    missingLine(block.text, said),
    `${place} has a line that the failure has not:\n${said}`,
  ).toBeUndefined()
})

test.concurrent.each(cases('configuration'))(
  '$place: the configuration reports a run',
  async ({ place, block }) => {
    const { code, output } = await reportBy(block)
    expect(code, `${place}\n${output}`).toBe(0)
  },
)

test.concurrent.each(cases('report'))(
  '$place: the configuration above prints this',
  async ({ place, block }) => {
    const above = cases('configuration').findLast(
      (each) => each.block.page === block.page && each.block.line < block.line,
    )
    const { output } = await reportBy(above?.block)
    expect(
      missingLine(block.text, output),
      `${place} has a line that is not printed:\n${output}`,
    ).toBeUndefined()
  },
)

test.concurrent.each(cases('answer'))('$place: the command prints this', async ({ place, block }) => {
  const [, program = '', ...args] = (notes.answer.exec(block.note ?? '')?.groups?.command ?? '').split(' ')
  const { output } = await run(program, args)
  expect(
    missingLine(block.text, output),
    `${place} has a line that is not printed:\n${output}`,
  ).toBeUndefined()
})

test.concurrent.each(cases('commands'))('$place: the commands work', async ({ place, block }) => {
  await demandWorking(place, block, commandsOf(block.text))
})

test.each(cases('workflow'))(
  '$place: the workflow is well-formed, and its commands work',
  async ({ place, block }) => {
    expect(complaintsAboutWorkflow(block.text), place).toEqual([])
    await demandWorking(place, block, commandsOfWorkflow(block.text))
  },
)

/** The run of all blocks, as the reporters of a configuration in the documentation report it. */
function reportBy(block: Block | undefined): Promise<Ended> {
  const config = sources.find((source) => source.block.text === block?.text)
  return mergeReports(workspace.folder, config?.file ?? '')
}

/**
 * A page that has a configuration is the project of a reader; all others are about this repository. Node finds what the
 * reporters of the page left in its project.
 */
async function demandWorking(place: string, block: Block, commands: readonly string[]): Promise<void> {
  const isProject = sources.some(({ file }) => file === join(projectOf(block), 'playwright.config.ts'))
  const project = join(workspace.folder, projectOf(block))
  expect(commands.length, `${place} has no command`).toBeGreaterThan(0)
  for (const command of commands) {
    const cwd = isProject || command.startsWith('node ') ? project : root
    expect(await complaintAbout(command, cwd), place).toBeUndefined()
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SampleProject, sampleRecord } from '../testing/sample-run.ts'

const ledger = join(import.meta.dirname, '../reporter.ts')
const unhandled = join(import.meta.dirname, '../unhandled-reporter.ts')

test('in a workflow, both reporters tell GitHub what they tell the terminal', async () => {
  const project = new SampleProject()
  const record = sampleRecord(1006006, {
    unhandled: [{ code: 1006006, via: 'event:deviceError', heard: false }],
  })
  project.write('room.spec.ts', [{ title: 'unplugged', tags: ['@1006006'], record }])
  const summary = join(project.folder, 'summary.md')
  const { output } = await project.run(['test', `--reporter=${ledger},${unhandled}`], {
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_WORKSPACE: join(project.folder, '..'),
  })
  expect(output).toMatch(/^::warning file=ledger-\w+\/room\.spec\.ts,line=2,title=1006006 is unanswered::/m)
  const text = readFileSync(summary, 'utf8')
  project.dispose()
  expect(text).toContain('1 of 232 rows were tested.')
  expect(text).toMatch(
    /^\| 1006006 \| .* \| event:deviceError: nobody listens \| room\.spec\.ts › unplugged \|$/m,
  )
})

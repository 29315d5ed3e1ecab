import { defineConfig } from '@playwright/test'
import type { TestOptions, WorkerOptions } from '../../fixtures/index.ts'
import scenarios from '../../playwright.config.ts'
import { plan } from '../../scenarios/mutants/plan.ts'
import { slowness } from '../../src/machine/slowness.ts'

/** Ms: what a mutant keeps from happening never comes, so nothing is waited for as long as for what is only slow. */
const patience = Number(process.env.ZEGO_MUTANTS_PATIENCE ?? 6_000) * slowness()

/** A round is a project: in each, every scenario that it names runs with mutants of its own. */
export default defineConfig<TestOptions, WorkerOptions>(scenarios, {
  testDir: '../../scenarios',
  globalSetup: '../../src/browser/global-setup.ts',
  outputDir: '../../test-results/mutants',
  timeout: 60_000 * slowness(),
  expect: { timeout: patience, toPass: { timeout: patience } },
  reporter: [['./reporter.ts']],
  use: { actionTimeout: patience, reactionPictures: false, trace: 'off', screenshot: 'off', video: 'off' },
  projects: Object.entries(plan ?? {}).map(([name, scenarios]) => ({
    name,
    grep: Object.keys(scenarios).map(titlesOf),
  })),
})

/** Playwright looks for it in project, file and titles, each with its tags behind it, and a space between them. */
function titlesOf(id: string): RegExp {
  const titles = id
    .replace(/^scenarios\//, '')
    .split(' › ')
    .map(escaped)
  return new RegExp(`${titles.join('(?: @\\S+)* ')}(?: @|$)`)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

import { defineConfig } from '@playwright/test'
import type { TestOptions, WorkerOptions } from '../../fixtures/index.ts'
import scenarios from '../../playwright.config.ts'
import { plan } from '../../scenarios/mutants/plan.ts'
import { slowness } from '../../src/machine/slowness.ts'

/** A round is a project: in each, every scenario that it names runs with mutants of its own. */
export default defineConfig<TestOptions, WorkerOptions>(scenarios, {
  testDir: '../../scenarios',
  globalSetup: '../../src/browser/global-setup.ts',
  outputDir: '../../test-results/mutants',
  timeout: 60_000 * slowness(),
  // They mostly wait for what does not come, as controls do.
  workers: Math.max(3, Number(scenarios.workers)),
  reporter: [['./reporter.ts']],
  use: { reactionPictures: false, trace: 'off', screenshot: 'off', video: 'off' },
  projects: Object.entries(plan ?? {}).map(([name, { patience, scenarios }]) => {
    const timeout = patience * slowness()
    return {
      name,
      grep: Object.keys(scenarios).map(titlesOf),
      expect: { timeout, toPass: { timeout } },
      use: { actionTimeout: timeout },
    }
  }),
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

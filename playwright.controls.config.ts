import { defineConfig } from '@playwright/test'
import type { TestOptions, WorkerOptions } from './fixtures/index.ts'
import scenarios from './playwright.config.ts'
import { slowness } from './src/machine/slowness.ts'

/**
 * All scenarios with every fault left out. Each must fail because nothing surfaces. Traces and pictures of that
 * are of no use.
 */
export default defineConfig<TestOptions, WorkerOptions>(scenarios, {
  outputDir: 'test-results/controls',
  // They also wait for what does not come: three keep two slow processors busy, and six took twice as long.
  workers: Math.max(3, Number(scenarios.workers)),
  // What a missed claim was to lead to never comes, either; what comes before is as slow as ever.
  timeout: 3 * Number(scenarios.timeout),
  expect: { timeout: 30_000 * slowness(), toPass: { timeout: 30_000 * slowness() } },
  reporter: [['./src/ledger/controls-reporter.ts']],
  use: {
    faultInjection: 'off',
    reactionPictures: false,
    trace: 'off',
    screenshot: 'off',
    video: 'off',
    actionTimeout: 30_000 * slowness(),
  },
})

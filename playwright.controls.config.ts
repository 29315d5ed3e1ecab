import { defineConfig } from '@playwright/test'
import type { TestOptions, WorkerOptions } from './fixtures/index.ts'
import scenarios from './playwright.config.ts'

/**
 * All scenarios with every fault left out. Each must fail because nothing surfaces, soon, and its picture is of no use:
 * hence the short patience and no traces.
 */
export default defineConfig<TestOptions, WorkerOptions>(scenarios, {
  outputDir: 'test-results/controls',
  expect: { timeout: 3_000 },
  reporter: [['./src/ledger/controls-reporter.ts']],
  use: { injection: 'off', trace: 'off', screenshot: 'off', video: 'off' },
})

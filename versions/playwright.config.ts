import { defineConfig } from '@playwright/test'
import type { TestOptions, WorkerOptions } from '../fixtures/index.ts'
import scenarios from '../playwright.config.ts'
import { type SdkOption, sdks } from './sdks.ts'

/** `npm run versions`: the core situations against older builds of the SDK, one project each. */
export default defineConfig<TestOptions, WorkerOptions & SdkOption>({
  testDir: '.',
  globalSetup: '../src/browser/global-setup.ts',
  outputDir: '../test-results/versions',
  fullyParallel: true,
  workers: scenarios.workers,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: scenarios.timeout,
  expect: scenarios.expect,
  reporter: [
    [process.env.CI ? 'line' : 'list'],
    ['./drift-reporter.ts'],

    ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as const] : []),
  ],
  use: { trace: 'retain-on-failure' },
  projects: sdks.map((sdk) => ({ name: sdk.version, use: { sdk } })),
})

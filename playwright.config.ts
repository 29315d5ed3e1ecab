import { defineConfig } from '@playwright/test'
import type { TestOptions, WorkerOptions } from './fixtures/index.ts'
import { pace } from './src/machine/pace.ts'

const { slowness, workers } = pace()
/** ICE alone takes up to 20 s to give up. */
const patience = 30_000 * slowness

export default defineConfig<TestOptions, WorkerOptions>({
  testDir: 'scenarios',
  testMatch: '**/*.spec.ts',
  globalSetup: './src/browser/global-setup.ts',
  fullyParallel: true,
  workers,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Limits for what hangs, never a measure: as long as this machine is slow.
  timeout: 90_000 * slowness,
  expect: { timeout: patience, toPass: { timeout: patience } },
  reporter: [
    [process.env.CI ? 'line' : 'list'],
    ['html', { open: 'never' }],
    ['./src/ledger/reporter.ts', { untagged: 'error', rows: 'every' }],
    ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as const] : []),
  ],
  use: {
    // Playwright clicks nothing that still moves.
    contextOptions: { reducedMotion: 'reduce' },
    reactionPictures: Boolean(process.env.CI),
    // A context of its own for each test takes half of the processor; fixtures/used-context.ts says which are used again.
    reuseContext: true,
    // Where the sample app is used, scenarios/test.ts demands that no code is left unanswered; the bare page answers none.
    reactionTimeout: false,
    baseURL: `http://127.0.0.1:${process.env.TEST_APP_PORT}`,
    // With snapshots of the DOM a test takes a quarter more; for those: npx playwright test --last-failed --trace on
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: true },
  },
  webServer: {
    name: 'test-app',
    cwd: import.meta.dirname,
    command: 'tsx test-app/serve.ts',
    wait: { stdout: /Sample app at http:\/\/127\.0\.0\.1:(?<TEST_APP_PORT>\d+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
  },
})

import { defineConfig } from '@playwright/test'
import type { FaultOptions } from './fixtures/index.ts'

export default defineConfig<FaultOptions>({
  testDir: 'scenarios',
  globalSetup: './src/browser/global-setup.ts',
  fullyParallel: true,
  workers: '100%',
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [[process.env.CI ? 'line' : 'list'], ['html', { open: 'never' }]],
  use: {
    baseURL: `http://127.0.0.1:${process.env.TEST_APP_PORT}`,
    trace: 'retain-on-failure',
  },
  webServer: {
    name: 'test-app',
    command: 'vite build test-app --logLevel warn && vite preview test-app',
    wait: { stdout: /127\.0\.0\.1:(?<TEST_APP_PORT>\d+)/ },
  },
})

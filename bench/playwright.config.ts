import { defineConfig } from '@playwright/test'
import main from '../playwright.config.ts'
import { prepareStage } from '../src/browser/stage.ts'

const stage = prepareStage()
process.on('exit', () => stage.dispose())

const { executablePath, channel } = stage.launchOptions
const bare = { testDir: 'bare', use: { launchOptions: stage.launchOptions } }

/**
 * What is measured in a browser, one at a time, so that durations can be compared. Everything but the fixtures is the
 * same for all projects but the first: launch flags, trace, viewport. Projects run in this order.
 */
export default defineConfig({
  ...main,
  globalSetup: '../src/browser/global-setup.ts',
  workers: 1,
  reporter: [['line'], ['json']],
  projects: [
    {
      name: 'flags of Playwright alone',
      testDir: 'bare',
      use: { launchOptions: { executablePath, channel } },
    },
    { name: 'bare before', ...bare },
    { ...bare, name: 'steps alone', testDir: 'steps-alone' },
    { name: 'scenarios', testDir: '..', testMatch: ['bench/warm-up/*.spec.ts', 'scenarios/**/*.spec.ts'] },
    { name: 'bare after', ...bare },
    { name: 'measurements', testDir: 'measurements' },
  ],
})

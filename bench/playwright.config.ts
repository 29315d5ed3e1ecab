import { defineConfig } from '@playwright/test'
import { prepareStage } from '../src/browser/stage.ts'
import main from '../playwright.config.ts'

const stage = prepareStage()
process.on('exit', () => stage.dispose())

/** Bare page tests and scenarios side by side, one at a time, so that their durations can be compared. */
export default defineConfig({
  ...main,
  testDir: '..',
  globalSetup: '../src/browser/global-setup.ts',
  workers: 1,
  reporter: [['json']],
  projects: [
    { name: 'bare', testDir: 'bare', use: { launchOptions: stage.launchOptions } },
    { name: 'scenarios', testDir: '../scenarios' },
  ],
})

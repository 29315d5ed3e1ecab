import { defineConfig } from '@playwright/test'
import main from '../playwright.config.ts'
import { prepareStage } from '../src/browser/stage.ts'

const stage = prepareStage()
process.on('exit', () => stage.dispose())

/** What is measured in a browser, one at a time, so that durations can be compared. */
export default defineConfig({
  ...main,
  testDir: '..',
  globalSetup: '../src/browser/global-setup.ts',
  workers: 1,
  reporter: [['json']],
  projects: [
    { name: 'bare', testDir: 'bare', use: { launchOptions: stage.launchOptions } },
    { name: 'scenarios', testDir: '../scenarios' },
    { name: 'measurements', testDir: 'measurements' },
  ],
})

import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import type { TestOptions, WorkerOptions } from '../../fixtures/index.ts'
import scenarios from '../../playwright.config.ts'

/** Runs what the blocks were written into. One project for all: every project starts browsers of its own. */
const workspace = process.env.DOCUMENTATION_WORKSPACE ?? ''
const cwd = import.meta.dirname

export default defineConfig<TestOptions, WorkerOptions>({
  testDir: workspace,
  outputDir: join(workspace, 'test-results'),
  fullyParallel: true,
  workers: scenarios.workers,
  timeout: scenarios.timeout,
  reporter: [
    ['json', { outputFile: join(workspace, 'results.json') }],
    ['blob', { outputDir: join(workspace, 'blobs') }],
  ],
  expect: scenarios.expect,
  use: { baseURL: `http://127.0.0.1:${process.env.ENGLISH_PORT}` },
  webServer: [
    ...[scenarios.webServer ?? []].flat(),
    {
      cwd: join(cwd, '../../examples/plain'),
      command: 'node serve.js',
      wait: { stdout: /http:\/\/127\.0\.0\.1:(?<APP_PORT>\d+)/ },
    },
    {
      cwd,
      command: 'tsx class-room.ts',
      wait: { stdout: /English: .+:(?<ENGLISH_PORT>\d+) Chinese: .+:(?<CHINESE_PORT>\d+)/ },
    },
  ],
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from '@playwright/test'
import { afterAll, beforeAll, test } from 'vitest'
import { prepareStage, type Stage } from '../../browser/stage.ts'
import type { StageName } from '../../browser/stages.ts'
import { capturesScript } from '../in-page/record-captures.ts'
import type { FaultTarget } from '../kit/target.ts'

/** Vitest's `test` with an empty app on a real stage: one browser per file, one context per test. */
export function onStage(name: StageName) {
  let stage: Stage
  let browser: Browser
  let baseURL: string
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>App</title><h1>App</h1>')
  })

  beforeAll(async () => {
    stage = prepareStage(name)
    browser = await chromium.launch(stage.launchOptions)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(async () => {
    await browser?.close()
    server.close()
    stage?.dispose()
  })

  return test.extend<{ target: Required<FaultTarget> }>({
    target: async ({ task: _ }, use) => {
      const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
      await context.addInitScript({ content: capturesScript() })
      await use({ page: await context.newPage(), stage, baseURL })
      await context.close()
    },
  })
}

import type { Fixtures } from '@playwright/test'
import type { TestFixtures, WorkerOptions } from '../fixtures/index.ts'
import { missedIn } from '../fixtures/verdicts.ts'

export interface ExpectedInControls {
  expectedInControls: undefined
}

/** Lets a control fail without a new worker and browser for the next one; the reporter judges how it failed. */
export const expectedInControls: Fixtures<ExpectedInControls, object, TestFixtures, WorkerOptions> = {
  expectedInControls: [
    async ({ faultInjection, zego }, use, testInfo) => {
      await use(undefined)
      if (faultInjection === 'on') return
      const willFail = missedIn(zego, testInfo.tags).length > 0
      if (testInfo.status === 'failed' || willFail) testInfo.expectedStatus = 'failed'
    },
    { auto: true },
  ],
}

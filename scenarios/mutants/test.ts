import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { test as base } from '../../fixtures/index.ts'
import { deafen } from './deaf.ts'
import { withoutEffect } from './idle-faults.ts'
import { met } from './met.ts'
import { switchNumbers } from './numbers.ts'
import { idOf, type Plan, plan, running, switchOf } from './plan.ts'
import { switchPushes } from './pushes.ts'

const root = join(import.meta.dirname, '../..')

declare global {
  interface Window {
    /** Names of the mutants that are on, for the app that is built with all of them. */
    zegoMutants?: readonly string[]
    zegoMutantsMet?: ReadonlySet<string>
  }
}

/** Type of the annotation that says which places of mutants a scenario came to. */
export const metAnnotation = 'met'

interface Mutated {
  mutants: readonly string[]
}

/** The fixtures with the mutants on that the plan has for the test. */
function mutating(plan: Plan) {
  switchNumbers()
  switchPushes()
  return base.extend<Mutated>({
    mutants: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see what a fixture depends on
      async ({}, use, testInfo) => {
        const id = idOf(root, testInfo.file, testInfo.titlePath.slice(1))
        const names = plan[testInfo.project.name]?.scenarios[id]?.map(switchOf)
        testInfo.skip(!names, 'no mutant of this round')
        running.begin(names ?? [])
        met.clear()
        await use(names ?? [])
        // What fails here is what was wanted: it costs no new worker, and so no new browser.
        if (testInfo.status === 'failed') testInfo.expectedStatus = 'failed'
      },
      { auto: true },
    ],
    page: async ({ page, mutants }, use, testInfo) => {
      await page.addInitScript((names) => {
        window.zegoMutants = names
      }, mutants)
      await use(page)
      for (const name of [...(await metBy(page)), ...met])
        testInfo.annotations.push({ type: metAnnotation, description: name })
    },
    zego: async ({ zego, mutants }, use) => {
      deafen(zego, mutants)
      await use(zego)
    },
    faults: async ({ faults, zego, mutants }, use, { title }) =>
      use(withoutEffect(faults, mutants, zego, title)),
  })
}

/** Names of the places that the app came to, as far as the page is still there to say so. */
async function metBy(page: Page): Promise<readonly string[]> {
  if (page.isClosed()) return []
  return page.evaluate(() => [...(window.zegoMutantsMet ?? [])]).catch(() => [])
}

/** The test of the fixtures, and in a run of mutants the one that turns them on. */
export const test = plan ? (mutating(plan) as unknown as typeof base) : base

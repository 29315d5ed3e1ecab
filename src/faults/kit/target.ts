import type { Browser, Page } from '@playwright/test'
import type { Stage } from '../../browser/stage.ts'
import { type StageName, stages } from '../../browser/stages.ts'

/** Where the faults of the browser side are injected. */
export interface FaultTarget {
  readonly page: Page
  /** The stage that the page's browser was launched from. */
  readonly stage: Stage
  /** Where the app lives, for faults that are injected before it is opened. */
  readonly baseURL?: string
}

/** Throws unless the page's browser was launched from one of the stages on which a fault is possible. */
export function needStage({ stage }: FaultTarget, ...possible: StageName[]): void {
  if (possible.includes(stage.name)) return
  const [first] = possible
  throw new Error(
    `This fault cannot happen on the stage '${stage.name}', which allows ${stages[stage.name].allows}.\n` +
      `Put this at the top level of the test file: test.use({ browserStage: '${first}' })` +
      (possible.length > 1 ? ` (possible on ${possible.join(', ')})` : ''),
  )
}

/** What undoing a fault of a stage comes to. @throws for it lasts as long as the browser */
export function lastsWithBrowser(): never {
  throw new Error(
    'This fault cannot be undone: the browser was launched with it, and has it until it is closed. Put what needs ' +
      'a browser without it into a test file of its own.',
  )
}

/** @throws for a page that is closed */
export function demandOpen(page: Page): void {
  if (!page.isClosed()) return
  throw new Error(
    'The page is closed, so there is nothing to inject this fault into: do it before, or in another page.',
  )
}

/**
 * Makes sure that the page shows a document of the app's origin, so that states can be read back in it. An app that is
 * already open is left alone; before that, an empty document takes its place.
 */
export async function standOnOrigin({ page, baseURL }: FaultTarget): Promise<void> {
  demandOpen(page)
  if (/^https?:/.test(page.url())) return
  if (!baseURL) {
    throw new Error(
      `The page shows ${page.url()}, so there is no origin to inject this fault into. Open the app first, or set baseURL.`,
    )
  }
  const empty = new URL('/', baseURL).href
  const routed = await page.route(empty, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto(empty)
  await routed.dispose()
}

/** The browser of the page. @throws when there is none of its own, as with a persistent context */
export function browserOf({ page }: Pick<FaultTarget, 'page'>): Browser {
  const browser = page.context().browser()
  if (browser) return browser
  throw new Error('This fault needs a browser launched by Playwright, not a persistent context.')
}

import type { Page } from '@playwright/test'
import { isHere, processesOf } from './processes.ts'
import { browserOf } from './target.ts'

/**
 * The processes that may run a page, the likeliest first: Chromium tells which there are and not which of them a page is in, but its
 * own gets busy when the page does. Others may be busy, too, so whoever uses one reads back whether it was the page's.
 *
 * @returns process ids of this machine
 */
export async function renderersOf(page: Page): Promise<readonly number[]> {
  const renderers = async () =>
    (await processesOf(browserOf({ page }))).filter(({ type }) => type === 'renderer')
  const before = new Map((await renderers()).map(({ id, cpuTime }) => [id, cpuTime]))
  await page.evaluate(work)
  return (await renderers())
    .map(({ id, cpuTime }) => ({ id, spent: cpuTime - (before.get(id) ?? 0) }))
    .toSorted((a, b) => b.spent - a.spent)
    .flatMap(({ id }) => (isHere(id, '--type=renderer') ? [id] : []))
}

/** Some tenths of a second of it, whatever clock the page has. Runs in the page. */
function work(): number {
  let sum = 0
  for (let left = 1e8; left; left -= 1) sum += Math.sqrt(left)
  return sum
}

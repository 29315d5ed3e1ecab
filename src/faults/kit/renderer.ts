import type { Page } from '@playwright/test'
import { isHere, processesOf } from './processes.ts'
import { FaultNotInjected } from './receipt.ts'
import { browserOf } from './target.ts'

/**
 * The process that runs a page: the one that gets busy when the page does, for Chromium tells which processes there are, and not
 * which of them a page is in.
 *
 * @returns its process id
 * @throws {FaultNotInjected} when no process of this machine stands out
 */
export async function rendererOf(page: Page): Promise<number> {
  const renderers = async () =>
    (await processesOf(browserOf({ page }))).filter(({ type }) => type === 'renderer')
  const before = new Map((await renderers()).map(({ id, cpuTime }) => [id, cpuTime]))
  await page.evaluate(work)
  const [first, second] = (await renderers())
    .map(({ id, cpuTime }) => ({ id, spent: cpuTime - (before.get(id) ?? 0) }))
    .toSorted((a, b) => b.spent - a.spent)
  if (first && isHere(first.id, '--type=renderer') && first.spent > 2 * (second?.spent ?? 0)) return first.id
  throw new FaultNotInjected('one process of this machine to get busy with the page', { first, second })
}

/** Some tenths of a second of it, whatever clock the page has. Runs in the page. */
function work(): number {
  let sum = 0
  for (let left = 1e8; left; left -= 1) sum += Math.sqrt(left)
  return sum
}

import { FaultNotInjected, type Injection, injected } from '../kit/receipt.ts'
import { demandOpen, type FaultTarget, needStage } from '../kit/target.ts'

/** Goes to another page and comes back to a document that the browser has kept. */
export async function goAndComeBack(target: FaultTarget): Promise<Injection> {
  needStage(target, 'back-forward-cache')
  const { page } = target
  demandOpen(page)
  const left = page.url()
  if (!/^https?:/.test(left))
    throw new Error(`The page shows ${left}, so there is nothing to come back to. Open the app first.`)
  await page.evaluate(noteWhenShown)
  const at = Date.now()
  const elsewhere = new URL('/zego-fault-harness/elsewhere', left).href
  const routed = await page.route(elsewhere, (route) =>
    route.fulfill({ contentType: 'text/html', body: 'Another page' }),
  )
  await page.goto(elsewhere)
  await routed.dispose()
  // Of a document that is shown as it was left, no load is ever told.
  await page.goBack({ waitUntil: 'commit' })
  const { persisted, reasons } = await page.evaluate(readShown)
  if (persisted) return injected({ means: 'real', at, evidence: { persisted } })
  throw new FaultNotInjected('the page to be shown as it was left, not loaded anew', { reasons })
}

// These run in the page.

function noteWhenShown(): void {
  const note = ({ persisted }: PageTransitionEvent) =>
    void Reflect.set(window, Symbol.for('zego-fault-harness.persisted'), persisted)
  addEventListener('pageshow', note, { once: true })
}

function readShown(): { persisted: boolean; reasons: string[] } {
  const [navigation] = performance.getEntriesByType('navigation') as (PerformanceEntry & {
    readonly notRestoredReasons?: { readonly reasons: readonly { readonly reason: string }[] } | null
  })[]
  const reasons = navigation?.notRestoredReasons?.reasons ?? []
  return {
    persisted: Reflect.get(window, Symbol.for('zego-fault-harness.persisted')) === true,
    reasons: reasons.map(({ reason }) => reason),
  }
}

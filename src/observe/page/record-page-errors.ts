import type { Report } from './record.ts'
import type { snapshot } from './snapshot.ts'

/**
 * Records uncaught values that carry a code and are no plain `Error`: of those the browser tells Playwright only
 * "Object". Runs in the page, so it must not use anything outside itself.
 */
export function recordPageErrors(copy: typeof snapshot, report: Report): void {
  addEventListener('error', ({ error }) => tell('error', error), true)
  addEventListener('unhandledrejection', ({ reason }) => tell('unhandledrejection', reason), true)

  function tell(name: string, value: unknown): void {
    const isNews =
      typeof value === 'object' && value !== null && (!(value instanceof Error) || 'code' in value)
    if (isNews) report({ channel: 'pageerror', name, payload: { value: copy(value) } })
  }
}

import type { Page } from '@playwright/test'

/** Something the sample app tells a person, where a person finds it. */
export interface Shown {
  /** `alert` with its buttons, `others` in short below it, `status` beside what it is about, or the `notice`. */
  readonly where: 'alert' | 'others' | 'status' | 'notice'
  /** What happened and what to do: all but the headline and the small print. */
  readonly words: string
  /** The code in the small print; null where there is none. */
  readonly code: number | null
  /** How the alert looks: `warning` or `error`; empty elsewhere. */
  readonly severity: string
  /** The buttons that are offered for it, but not the one that dismisses it. */
  readonly actions: readonly string[]
  /** Since when it says so, in ms of `Date.now()` in Node: the browser's own clock, whatever the page's says. */
  readonly since: number
}

declare global {
  interface Window {
    /** Everything the sample app tells at the moment. */
    whatIsShown?: () => Shown[]
  }
}

/** Watches what the sample app tells. To be called before a page is opened, and before anything fakes its clock. */
export function watchShown(page: Page): Promise<unknown> {
  return page.addInitScript(watch)
}

/** What the sample app tells at the moment. */
export async function shownIn(page: Page): Promise<readonly Shown[]> {
  return (await page.evaluate(() => window.whatIsShown?.())) ?? []
}

/** Runs in the page, so it must not use anything outside itself. */
function watch(): void {
  const now = Date.now
  const known = new Map<string, number>()
  new MutationObserver(() => void look()).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['hidden'],
  })
  window.whatIsShown = look

  function look(): Shown[] {
    const all = [...alerts(), ...statuses()]
    const keys = all.map(
      ({ where, words, code }) => `${where === 'others' ? 'alert' : where} ${code} ${words}`,
    )
    for (const key of known.keys()) if (!keys.includes(key)) known.delete(key)
    return all.map((shown, at) => {
      const key = keys[at] ?? ''
      const since = known.get(key) ?? now()
      known.set(key, since)
      return { ...shown, since }
    })
  }

  function alerts(): Omit<Shown, 'since'>[] {
    return visible('[role=alert]').flatMap((alert) => {
      const severity = alert.dataset.severity ?? ''
      const main = [...alert.querySelectorAll<HTMLElement>('.problem')].map((problem) => ({
        where: 'alert' as const,
        words: textWithout(problem.querySelector('p'), 'strong'),
        code: codeIn(problem.querySelector('summary')),
        severity,
        actions: [...problem.querySelectorAll('button')]
          .filter((button) => !button.disabled && button.checkVisibility())
          .map(({ innerText }) => innerText.trim())
          .filter((label) => label !== 'Dismiss'),
      }))
      const others = [...alert.querySelectorAll<HTMLElement>('.others li')].map((other) => ({
        where: 'others' as const,
        words: textWithout(other, 'strong, small'),
        code: codeIn(other.querySelector('small')),
        severity: '',
        actions: [],
      }))
      return [...main, ...others]
    })
  }

  function statuses(): Omit<Shown, 'since'>[] {
    return visible('[role=status]').map((status) => {
      const isNotice = status.ariaLabel === 'Notice'
      const words = textWithout(status.querySelector('span'), '')
      const code = isNotice ? Number(/\(code (\d+)\)$/.exec(words)?.[1]) || null : codeIn(status)
      return { where: isNotice ? 'notice' : 'status', words, code, severity: '', actions: [] }
    })
  }

  function visible(selector: string): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    )
  }

  function textWithout(element: Element | null, selector: string): string {
    const copy = element?.cloneNode(true) as Element | undefined
    if (selector) for (const part of copy?.querySelectorAll(selector) ?? []) part.remove()
    return (copy?.textContent ?? '').trim()
  }

  function codeIn(element: Element | null): number | null {
    const print = element?.querySelector('small') ?? element
    return Number(/^Code (\d+)/.exec(print?.textContent?.trim() ?? '')?.[1]) || null
  }
}

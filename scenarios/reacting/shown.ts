import type { Page } from '@playwright/test'

/** Something the sample app tells a person, where a person finds it. */
export interface Shown {
  /** The `alert`, the `others` below it, the `status` beside what it is about, or the `notice`. */
  readonly where: 'alert' | 'others' | 'status' | 'notice'
  /** What the person can no longer do; empty where nothing is said about it. */
  readonly headline: string
  /** What happened and what to do: all but the headline and the small print. */
  readonly words: string
  /** The code in the small print; null where there is none. */
  readonly code: number | null
  /** The codes that the same problem had before it came to this one. */
  readonly before: readonly number[]
  /** How a problem looks: `warning` or `error`; empty elsewhere. */
  readonly severity: string
  /** The buttons that are offered for it, but not the one that puts it away. */
  readonly actions: readonly string[]
  /** Whether it is over: a status that was there after a fault, and went when the SDK had repaired it. */
  readonly isOver: boolean
  /** Since when it says so, in ms of `Date.now()` in Node: the browser's own clock, whatever the page's says. */
  readonly since: number
}

declare global {
  interface Window {
    /** Everything the sample app tells at the moment, and the statuses with a code that it told before. */
    whatIsShown?: () => Shown[]
    /** The codes that the sample app ever told of since the page was opened. */
    codesShown?: Set<number>
  }
}

/** Watches what the sample app tells. To be called before a page is opened, and before anything fakes its clock. */
export function watchShown(page: Page): Promise<unknown> {
  return page.addInitScript(watch)
}

/** What the sample app tells at the moment, and the statuses with a code that it told before. */
export async function shownIn(page: Page): Promise<readonly Shown[]> {
  return (await page.evaluate(() => window.whatIsShown?.())) ?? []
}

/** The codes that the sample app told of since its page was opened, be they still shown or not. */
export async function codesShownIn(page: Page): Promise<readonly number[]> {
  return await page.evaluate(() => [...(window.codesShown ?? [])])
}

/** Runs in the page, so it must not use anything outside itself. */
function watch(): void {
  const now = Date.now
  let known = new Map<string, Shown>()
  const over: Shown[] = []
  const codes = new Set<number>()
  window.codesShown = codes
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
    for (const shown of all) for (const code of [shown.code, ...shown.before]) if (code) codes.add(code)
    const before = known
    known = new Map(
      all.map((shown) => {
        const key = keyOf(shown)
        return [key, { ...shown, isOver: false, since: before.get(key)?.since ?? now() }]
      }),
    )
    for (const [key, shown] of before)
      if (shown.where === 'status' && shown.code && !known.has(key)) over.push({ ...shown, isOver: true })
    return [...known.values(), ...over]
  }

  /** A problem that another one pushes aside is no other problem. */
  function keyOf({ where, headline, words, code }: Omit<Shown, 'since' | 'isOver'>): string {
    return `${where === 'others' ? 'alert' : where} ${headline} ${code} ${words}`
  }

  function alerts(): Omit<Shown, 'since' | 'isOver'>[] {
    return visible('[role=alert] .problem').map((problem) => ({
      where: problem.closest('.others') ? 'others' : 'alert',
      headline: problem.querySelector('strong')?.textContent ?? '',
      words: textWithout(problem.querySelector('p'), 'strong'),
      code: codeIn(problem.querySelector('summary')),
      before: codesBefore(problem.querySelector('summary')),
      severity: problem.dataset.severity ?? '',
      actions: labels(problem),
    }))
  }

  function statuses(): Omit<Shown, 'since' | 'isOver'>[] {
    return visible('[role=status]').map((status) => {
      const isNotice = status.ariaLabel === 'Notice'
      const words = textWithout(status.querySelector('span'), '')
      const code = isNotice ? Number(/\(code (\d+)\)$/.exec(words)?.[1]) || null : codeIn(status)
      const actions = isNotice ? labels(status) : []
      const where = isNotice ? 'notice' : 'status'
      return { where, headline: '', words, code, before: [], severity: '', actions }
    })
  }

  function labels(element: Element): string[] {
    return [...element.querySelectorAll('button')]
      .filter((button) => !button.disabled && button.checkVisibility())
      .map(({ innerText }) => innerText.trim())
      .filter((label) => label !== 'Dismiss' && label !== 'Close')
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

  function codesBefore(element: Element | null): number[] {
    const [, list = ''] = /before it ([\d, ]+)/.exec(element?.textContent ?? '') ?? []
    return list.split(',').map(Number).filter(Boolean)
  }

  function codeIn(element: Element | null): number | null {
    const print = element?.querySelector('small') ?? element
    return Number(/^Code (\d+)/.exec(print?.textContent?.trim() ?? '')?.[1]) || null
  }
}

import type { Problem } from './problem.ts'

/** What support needs to know about a problem: plain text, without anything secret (no token). */
export function supportText({ about, headline, codes, detail, since }: Problem): string {
  return [
    `Problem: ${headline} (${about})`,
    `ZEGO codes, newest first: ${codes.join(', ') || 'none'}`,
    `Said: ${detail || 'nothing'}`,
    `At: ${since.toISOString()}`,
    `Page: ${location.origin}${location.pathname}`,
    `Browser: ${navigator.userAgent}`,
  ].join('\n')
}

/** Copies the details; where the clipboard is not available, marks them, so that the person can copy them by hand. */
export async function copyDetails(problem: Problem): Promise<string> {
  try {
    await navigator.clipboard.writeText(supportText(problem))
    return 'The details are in the clipboard.'
  } catch {
    const wanted = supportText(problem)
    const all = [...document.querySelectorAll('[role=alert] details pre')]
    const text = all.find(({ textContent }) => textContent === wanted)
    const details = text?.closest('details')
    if (details && text) {
      details.open = true
      getSelection()?.selectAllChildren(text)
    }
    return 'The details are marked: copy them with your keyboard.'
  }
}

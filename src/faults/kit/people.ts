import type { Frame, Page } from '@playwright/test'
import { browserOf } from './target.ts'

/** Pages that the harness itself opened: nobody sits before them. */
const ours = new WeakSet<Page>()

/** Says that a page belongs to the harness and to no person. */
export function nobodys(page: Page): Page {
  ours.add(page)
  return page
}

/** What one person has open: a page, and every window that it opened. */
export async function windowsOf(page: Page): Promise<Page[]> {
  const windows = [page]
  const rest = page
    .context()
    .pages()
    .filter((other) => other !== page)
  const opened = await Promise.all(rest.map(async (window) => ({ window, opener: await window.opener() })))
  for (const by of windows)
    windows.push(...opened.filter(({ opener }) => opener === by).map(({ window }) => window))
  return windows.filter((window) => !window.isClosed())
}

/** The frames of an app: its page, the windows it opened, and every frame inside them. */
export async function framesOf(page: Page): Promise<Frame[]> {
  const windows = await windowsOf(page)
  return windows.flatMap((window) => window.frames()).filter((frame) => !frame.isDetached())
}

/**
 * What all other people have open, in the same context or in the whole browser. Nobody sits before an empty page, such as that
 * of a context that waits for its next test.
 */
export async function othersOf(page: Page, within: 'context' | 'browser'): Promise<Page[]> {
  const own = await windowsOf(page)
  const contexts = within === 'context' ? [page.context()] : browserOf({ page }).contexts()
  return contexts
    .flatMap((context) => context.pages())
    .filter((other) => !own.includes(other) && !ours.has(other) && other.url() !== 'about:blank')
}

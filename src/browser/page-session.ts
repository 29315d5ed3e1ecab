import type { CDPSession, Page } from '@playwright/test'

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/**
 * The debugger session of a page that all share who ask it something, open as long as the page. No session of a page is
 * ever detached: Chromium then forgets what any of them said of the network, such as that it is offline.
 */
export function pageSession(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  return session
}

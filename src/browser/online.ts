import { networkInterfaces } from 'node:os'
import type { BrowserContext, CDPSession, Frame, Page } from '@playwright/test'
import { pageSession } from './page-session.ts'

/**
 * Lets the pages of a context take the machine for online. Where it has the loopback interface alone, such as a laptop in a
 * plane, `navigator.onLine` is false from the start: the SDK then takes every failure for the missing network, and nothing
 * changes when a fault puts the browser offline. Of a machine with a network the browser knows by itself.
 *
 * @param context watched from now on; once is enough
 */
export async function takeForOnline(context: BrowserContext, isAlone = hasLoopbackAlone()): Promise<void> {
  if (!isAlone || told.has(context)) return
  told.add(context)
  const watch = (page: Page) => {
    page.on('framenavigated', (frame) => tell(frame).catch(() => {})) // it may close at once
    return tell(page)
  }
  context.on('page', (page) => void watch(page).catch(() => {}))
  await Promise.all(context.pages().map(watch))
}

/** Says it once more, after Playwright has taken back what it said of the network. */
export async function backOnline(context: BrowserContext): Promise<void> {
  if (!told.has(context)) return
  const frames = context.pages().flatMap((page) => page.frames())
  await Promise.all(frames.map((frame) => tell(frame)))
}

/** Lets the pages of a context take the machine for offline, while everything gets through; until `takeForOnlineAgain`. */
export async function takeForOffline(context: BrowserContext): Promise<void> {
  misjudged.add(context)
  await takeForOnline(context, true)
  await backOnline(context)
}

/** Ends what `takeForOffline` began. */
export async function takeForOnlineAgain(context: BrowserContext): Promise<void> {
  misjudged.delete(context)
  await backOnline(context)
}

/** Whether this machine has no interface to another one. */
export function hasLoopbackAlone(interfaces = networkInterfaces()): boolean {
  return Object.values(interfaces).every((addresses) => (addresses ?? []).every(({ internal }) => internal))
}

const told = new WeakSet<BrowserContext>()
/** Those whose pages shall take the machine for offline. */
const misjudged = new WeakSet<BrowserContext>()
const sessions = new WeakMap<Frame, Promise<CDPSession | undefined>>()

async function tell(target: Page | Frame): Promise<void> {
  const session = await sessionOf(target)
  const page = 'mainFrame' in target ? target : target.page()
  // Chromium overrides what it found by itself only when told some speed; it slows nothing down by it.
  await session?.send('Network.overrideNetworkState', {
    offline: misjudged.has(page.context()),
    latency: 1,
    downloadThroughput: 1e8,
    uploadThroughput: 1e8,
  })
}

/** None for a frame in the process of its parent, which is told already. */
function sessionOf(target: Page | Frame): Promise<CDPSession | undefined> {
  if ('mainFrame' in target) return pageSession(target)
  if (!target.parentFrame()) return pageSession(target.page())
  const session = sessions.get(target) ?? ofFrame(target)
  sessions.set(target, session)
  return session
}

async function ofFrame(frame: Frame): Promise<CDPSession | undefined> {
  try {
    return await frame.page().context().newCDPSession(frame)
  } catch (error) {
    if (String(error).includes('does not have a separate CDP session')) return undefined
    throw error
  }
}

import type { CDPSession, Frame, Page } from '@playwright/test'
import { asking } from '../../browser/asking.ts'
import { windowsOf } from '../kit/people.ts'

/** One document of the app, as the debugger reaches it. */
export interface DocumentRealm {
  readonly session: CDPSession
  /** Of the document's own scripts, not of those that Playwright runs beside them. */
  readonly executionContextId: number
}

/** The frames of an app: its page, the windows it opened, and every frame inside them. */
export async function framesOf(page: Page): Promise<Frame[]> {
  const windows = await windowsOf(page)
  return windows.flatMap((window) => window.frames()).filter((frame) => !frame.isDetached())
}

/** Every document of an app, in whatever process it lives. Detach the sessions when done. */
export async function documentsOf(page: Page): Promise<DocumentRealm[]> {
  const sessions = await Promise.all((await framesOf(page)).map(sessionOf))
  const realms = sessions.map((session) => (session ? realmsOf(session) : []))
  return (await Promise.all(realms)).flat()
}

/** A session for the frame's process; none when it shares that of its parent, which then covers it. */
async function sessionOf(frame: Frame): Promise<CDPSession | undefined> {
  const context = frame.page().context()
  if (!frame.parentFrame()) return context.newCDPSession(frame.page())
  try {
    return await context.newCDPSession(frame)
  } catch (error) {
    if (String(error).includes('does not have a separate CDP session')) return undefined
    throw error
  }
}

async function realmsOf(session: CDPSession): Promise<DocumentRealm[]> {
  const realms: DocumentRealm[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.isDefault) realms.push({ session, executionContextId: context.id })
  })
  await asking(session)('Runtime.enable')
  return realms
}

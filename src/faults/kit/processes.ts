import { existsSync, readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { asking } from '../../browser/asking.ts'

/** One process of a browser, as Chromium tells of it. */
export interface BrowserProcess {
  /** Such as `renderer`, or the name of a service. */
  readonly type: string
  /** Of the operating system. */
  readonly id: number
  /** Seconds that it has computed so far. */
  readonly cpuTime: number
}

/** The processes that a browser has now. */
export async function processesOf(browser: Browser): Promise<readonly BrowserProcess[]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await asking(session)('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo
}

/**
 * Whether a process is of this machine: a browser on another one has process ids that mean something else here.
 *
 * @param mark a part of its command line
 */
export function isHere(pid: number, mark: string): boolean {
  if (process.platform !== 'linux') return true
  const commandLine = `/proc/${pid}/cmdline`
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(mark)
}

/** Lets a stopped process go on, if it still exists. */
export function letGoOn(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

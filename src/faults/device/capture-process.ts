import { existsSync, readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { asking } from '../../browser/asking.ts'
import { FaultNotInjected } from '../kit/receipt.ts'

/** A process of the browser that captures, by the name Chromium gives it. */
export type CaptureService = 'video_capture' | 'audio'

/**
 * Sends a signal to the process that captures for every page of this browser. It exists once something was captured.
 * After `SIGKILL` Chromium starts another when it is next needed.
 *
 * @returns its process id
 * @throws {FaultNotInjected} when there is none on this machine
 */
export async function signalService(
  browser: Browser,
  service: CaptureService,
  signal: 'SIGKILL' | 'SIGSTOP',
): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await asking(session)('SystemInfo.getProcessInfo')
  await session.detach()
  const found = processInfo.find(({ type }) => type.startsWith(service))
  if (!found || !isOurs(found.id, service)) {
    const types = processInfo.map(({ type }) => type)
    throw new FaultNotInjected(`a ${service} process of a browser on this machine`, types)
  }
  process.kill(found.id, signal)
  return found.id
}

/** A browser on another machine has process ids that mean something else here. */
function isOurs(pid: number, service: CaptureService): boolean {
  if (process.platform !== 'linux') return true
  const commandLine = `/proc/${pid}/cmdline`
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(`${service}.mojom`)
}

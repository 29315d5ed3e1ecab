import type { Browser } from '@playwright/test'
import { isHere, processesOf } from '../kit/processes.ts'
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
  const processes = await processesOf(browser)
  const found = processes.find(({ type }) => type.startsWith(service))
  if (!found || !isHere(found.id, `${service}.mojom`)) {
    const types = processes.map(({ type }) => type)
    throw new FaultNotInjected(`a ${service} process of a browser on this machine`, types)
  }
  process.kill(found.id, signal)
  return found.id
}

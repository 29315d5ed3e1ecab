import type { Frame, Page } from '@playwright/test'
import { windowsOf } from '../kit/people.ts'

/** The frames of an app: its page, the windows it opened, and every frame inside them. */
export async function framesOf(page: Page): Promise<Frame[]> {
  const windows = await windowsOf(page)
  return windows.flatMap((window) => window.frames()).filter((frame) => !frame.isDetached())
}

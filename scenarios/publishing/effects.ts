import type { JSHandle } from '@playwright/test'
import type { Engine } from '../engine.ts'

/** Captures a picture so small that even a machine without a graphics card can beautify it as fast as it comes. */
export function captureSmall({ page }: Engine): Promise<JSHandle<MediaStream>> {
  return page.evaluateHandle(() =>
    window.engine.createStream({
      camera: { videoQuality: 4, width: 64, height: 48, frameRate: 15, bitrate: 100 },
    }),
  )
}

/** Opens an engine that has the SDK's module for noise reduction, and captures. */
export async function openWithNoiseReduction(engine: Engine): Promise<JSHandle<MediaStream>> {
  await engine.load()
  await engine.page.evaluate(() => window.useAiDenoise())
  await engine.create()
  return engine.page.evaluateHandle(() => window.engine.createStream())
}

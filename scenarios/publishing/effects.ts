import type { JSHandle } from '@playwright/test'
import type { Engine } from '../engine.ts'
import type { LiveRoom } from '../live-room.ts'
import type { EndOf } from '../reacting/ends.ts'

/** A picture so small that even a machine without a graphics card can beautify it as fast as it comes. */
export const small = { videoQuality: 4, width: 64, height: 48, frameRate: 15, bitrate: 100 } as const

/** Joins with the app and looks at a small picture. */
export async function previewSmall(app: LiveRoom): Promise<void> {
  app.settings = { camera: small }
  await app.join()
  await app.button('Start preview').click()
  await app.button('Stop preview').waitFor()
}

/** Opens an engine that has the SDK's module for noise reduction, and captures. */
export async function openWithNoiseReduction(engine: Engine): Promise<JSHandle<MediaStream>> {
  await engine.load()
  await engine.page.evaluate(() => window.useAiDenoise())
  await engine.create()
  return engine.page.evaluateHandle(() => window.engine.createStream())
}

/** The SDK has set the effect up on the picture. */
export const beautified: EndOf = (app) => ({
  what: 'the picture is beautified',
  isSo: () => app.button('Stop beautifying').isVisible(),
  watch: () => settings(app),
})

/** The SDK has taken the effect away. */
export const asItIs: EndOf = (app) => ({
  what: 'the picture is as the camera gives it',
  isSo: () => app.page.getByRole('button', { name: 'Beautify', exact: true }).isVisible(),
  watch: () => settings(app),
})

/** Whether the SDK has set the effect up, or taken it away, since now. */
function settings({ zego }: LiveRoom): () => boolean {
  const count = () =>
    zego.timeline.all.filter(({ name, outcome }) => name === 'setEffectsBeauty' && outcome === 'resolved')
      .length
  const before = count()
  return () => count() > before
}

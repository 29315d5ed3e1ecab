import type { VendorPlayer } from '../../test-app/src/play/vendor-player.ts'
import type { Engine } from '../engine.ts'

declare global {
  interface Window {
    player: VendorPlayer & Record<string, unknown>
  }
}

/** Loads the vendor's player into the bare page and makes one for its engine. */
export async function makePlayer({ page }: Engine): Promise<void> {
  await page.addScriptTag({ url: '/zego-express-player/ZegoExpressPlayer.js' })
  await page.evaluate(() => {
    const container = document.body.appendChild(document.createElement('div'))
    const Player = window.ZegoExpressPlayer as unknown as new (
      engine: unknown,
      options: object,
    ) => Window['player']
    window.player = new Player(window.engine, { container, mode: 'live' })
  })
}

/** Calls a method of the player, or sets a property, and shows what the sample app would say about it. */
export function use({ page }: Engine, name: string, value?: unknown): Promise<void> {
  return page.evaluate(
    ([name, value]) =>
      window.reactTo(name, () => {
        const member = ['src', 'onError'].includes(name) ? undefined : window.player[name]
        if (typeof member === 'function') return member.call(window.player, value)
        window.player[name] = value as never
      }),
    [name, value] as const,
  )
}

import type { Engine } from '../engine.ts'

/** How a player decodes; it finds out by itself where nothing is said. */
export type DecodeType = 'WebCodecs' | 'MSE' | 'wasm'

/** The vendor's player, as far as this app uses it: a script of its own, which no package has. */
export interface VendorPlayer {
  src: string
  onError: (error: unknown) => void
  /** Also told while it is blocked, with a time that stands still. */
  onTimeUpdate: () => void
  onWaiting: () => void
  readonly currentTime: number
  play(): void
  /** Asks for the stream anew, and plays. */
  resume(): void
  destroy(): void
}

/** What a player is made with. */
export interface VendorPlayerOptions {
  readonly container: HTMLElement
  readonly mode: 'live'
  readonly decodeType?: DecodeType
}

declare global {
  interface Window {
    ZegoExpressPlayer?: new (engine: Engine, options: VendorPlayerOptions) => VendorPlayer
  }
}

/** Where this site keeps the script: its worker must be of the page's own origin. */
const script = '/zego-express-player/ZegoExpressPlayer.js'

/** Loads the player's script. @throws {Error} when this site has none */
export function loadVendorPlayer(): Promise<NonNullable<Window['ZegoExpressPlayer']>> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script')
    element.src = script
    element.onload = () =>
      window.ZegoExpressPlayer
        ? resolve(window.ZegoExpressPlayer)
        : reject(new Error(`${script} defines no ZegoExpressPlayer`))
    element.onerror = () => reject(new Error(`This site has no ${script}`))
    document.head.append(element)
  })
}

import type { Locator, Page } from '@playwright/test'

type Field =
  | 'Mix ID'
  | 'Streams to mix'
  | 'Goes to'
  | 'Size of the picture'
  | 'Video codec'
  | 'Width of each stream'
  | 'Background picture'
  | 'Watermark'
  | 'Its width in pixels'
  | 'Picture of who has none'
  | 'Caption'

/** The sample app's mixer, as a person finds it. */
export class MixerPanel {
  readonly #region: Locator

  constructor(page: Page) {
    this.#region = page.getByRole('region', { name: 'Mixer' })
  }

  /** A field, by its name. */
  field(name: Field): Locator {
    return this.#region.getByRole('textbox', { name, exact: true })
  }

  /** Where the mix stands: `Not mixing`, `Mixing`. */
  get status(): Locator {
    return this.#region.getByRole('status', { name: 'Mixing status' })
  }

  /** Mixes what is said in the whole room, instead of the streams that are listed. */
  async chooseWholeRoom(): Promise<void> {
    await this.#region.getByRole('checkbox', { name: 'The sound of the whole room' }).check()
  }

  async start(): Promise<void> {
    await this.#region.getByRole('button', { name: 'Start mixing' }).click()
  }

  async stop(): Promise<void> {
    await this.#region.getByRole('button', { name: 'Stop mixing' }).click()
  }
}

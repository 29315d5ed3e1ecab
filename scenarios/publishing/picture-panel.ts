import type { Locator } from '@playwright/test'
import type { LiveRoom } from '../live-room.ts'
import type { EndOf } from '../reacting/ends.ts'

/** The sample app's settings of the own picture and sound, as a person finds them. */
export class PicturePanel {
  readonly #region: Locator

  constructor({ page }: LiveRoom) {
    this.#region = page.getByRole('region', { name: 'Picture and sound' })
  }

  /** What was set last. */
  get status(): Locator {
    return this.#region.getByRole('status', { name: 'Picture settings' })
  }

  async press(name: string): Promise<void> {
    await this.#region.getByRole('button', { name, exact: true }).click()
  }

  /** Asks for a size, and for so many frames a second at least. */
  async change(size: string, frames: string): Promise<void> {
    await this.#region.getByLabel('Size').selectOption(size)
    await this.#region.getByRole('textbox', { name: 'Frames a second, at least' }).fill(frames)
    await this.press('Change the picture')
  }
}

/** The SDK has set what was asked for, and the app says so. */
export const pictureIs =
  (words: string): EndOf =>
  (app) => {
    const { status } = new PicturePanel(app)
    const set = () =>
      app.zego.timeline.all.filter(
        ({ name, payload }) => name === 'setVideoConfig' && /"errorCode":0/.test(JSON.stringify(payload)),
      ).length
    return {
      what: `the picture is ${words}`,
      isSo: async () => (await status.innerText()) === words,
      watch: () => {
        const before = set()
        return () => set() > before
      },
    }
  }

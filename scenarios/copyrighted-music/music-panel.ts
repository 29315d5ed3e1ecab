import type { Locator, Page } from '@playwright/test'
import type { LiveRoom } from '../live-room.ts'
import type { End } from '../reacting/recovery.ts'

/** What the SDK gets of what a person fills in; the number of a choice is its place in the list. */
const sent: Readonly<Record<string, (value: string) => object | number>> = {
  Supplier: Number,
  'Who pays': (payer) => ({ mode: ['This song', 'Monthly plan', 'The room', 'Its host'].indexOf(payer) }),
  'What for': (part) => ['To hear', 'To sing'].indexOf(part),
  Page: (page) => ({ page: Number(page) }),
  'Search for': (keyword) => ({ keyword }),
}

/** The part of a call by which one field, the last of those that are filled in, gets to the SDK. */
export function arrivesAs(values: Readonly<Record<string, string | undefined>>): object | string | number {
  const [name = '', value = ''] = Object.entries(values).at(-1) ?? []
  return sent[name]?.(value) ?? value
}

/** How often the SDK has handed in what was asked for. */
export const given =
  ({ zego }: LiveRoom, method: string) =>
  () =>
    zego.timeline.all.filter(({ name, outcome }) => name === method && outcome === 'resolved').length

/** The sample app's music, as a person finds it. */
export class MusicPanel {
  readonly #region: Locator

  constructor(page: Page) {
    this.#region = page.getByRole('region', { name: 'Music' })
  }

  /** A field, by its name. */
  field(name: string): Locator {
    return this.#region.getByLabel(name, { exact: true })
  }

  /** What was last asked for and is there. */
  get status(): Locator {
    return this.#region.getByRole('status', { name: 'Music status' })
  }

  /** Fills fields in and chooses. */
  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const field = this.field(name)
      const isChoice = await field.evaluate((element) => element.nodeName === 'SELECT')
      await (isChoice ? field.selectOption(value) : field.fill(value))
    }
  }

  /** A button, by its name; those of a song that was found end with the song's. */
  button(name: string): Locator {
    return this.#region.getByRole('button', { name, exact: true })
  }

  async press(name: string): Promise<void> {
    await this.button(name).click()
  }

  /** The songs that were found, by what they were searched by. */
  found(by: string): Locator {
    return this.#region.getByRole('list', { name: by, exact: true }).getByRole('listitem')
  }

  /** Skips to the last second of the song that is to be heard, and plays it until it is over. */
  async hearToTheEnd(): Promise<void> {
    await this.field('The song').evaluate(async (song: HTMLAudioElement) => {
      const over = new Promise((resolve) => song.addEventListener('ended', resolve))
      await song.play()
      song.currentTime = song.duration - 1
      await over
    })
  }

  /** Presses two buttons so fast that the first has not got anywhere. */
  async pressBoth(...names: readonly [string, string]): Promise<void> {
    await this.#region.evaluate((region, names) => {
      const buttons = [...region.querySelectorAll('button')]
      for (const name of names)
        buttons.find(({ ariaLabel, textContent }) => (ariaLabel ?? textContent) === name)?.click()
    }, names)
  }

  /** The app has what it asked for, from a service that was asked. */
  has(what: string, requests: () => number): () => End {
    return () => ({
      what: `music: ${what}`,
      isSo: async () => (await this.status.innerText()) === what,
      watch: () => {
        const before = requests()
        return () => requests() > before
      },
    })
  }
}

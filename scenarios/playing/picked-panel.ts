import type { Locator } from '@playwright/test'
import type { LiveRoom } from '../live-room.ts'
import type { EndOf } from '../reacting/ends.ts'

/** The sample app's stream that is picked by its ID, as a person finds it. */
export class PickedPanel {
  readonly #region: Locator

  constructor({ page }: LiveRoom) {
    this.#region = page.getByRole('region', { name: 'Watch by ID' })
  }

  /** Whether it is being watched. */
  get status(): Locator {
    return this.#region.getByRole('status', { name: 'Picked stream status' })
  }

  async press(name: 'Watch it' | 'Stop watching'): Promise<void> {
    await this.#region.getByRole('button', { name, exact: true }).click()
  }

  /** Asks for a stream, without waiting for the outcome. */
  async watch(streamId: string, from: 'ZEGO' | 'CDN' = 'ZEGO'): Promise<void> {
    await this.#region.getByRole('textbox', { name: 'ID of the stream' }).fill(streamId)
    await this.#region.getByLabel('Comes from').selectOption(from)
    await this.press('Watch it')
  }
}

/** Joins while a guest is live in another room, whose stream can be watched by its ID. */
export async function joinBeside(app: LiveRoom, streamId: string): Promise<PickedPanel> {
  await app.cloud.room('elsewhere').join('guest').publish(streamId)
  await app.join()
  return new PickedPanel(app)
}

/** The gateway's media of the picked stream reaches the app. */
export const watching =
  (streamId: string): EndOf =>
  (app) => {
    const sent = () =>
      app.cloud.gateway
        .find({ role: 'player', user: app.userId, stream: streamId })
        .reduce((sum, { peer }) => sum + peer.stats().packetsOut, 0)
    const { status } = new PickedPanel(app)
    return {
      what: `media of ${streamId} leave the gateway`,
      isSo: async () => (await status.innerText()) === 'Watching',
      watch: () => {
        const before = sent()
        return () => sent() > before
      },
    }
  }

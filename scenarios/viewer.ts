import type { Locator, Page } from '@playwright/test'
import { HttpResponse, http } from 'msw'
import { type Cloud, makeToken, type Zego } from '../fixtures/index.ts'
import { APP_ID } from './live-room.ts'
import { type End, press } from './reacting/recovery.ts'
import type { Offer, Reacting } from './reacting/to-react.ts'

/** The page of the sample app that plays a stream from the CDN, with the vendor's player, as soon as it is opened. */
export class Viewer implements Reacting {
  readonly page: Page
  readonly where = 'app'
  readonly zego: Zego
  offered?: Offer
  readonly stream = 'guest-stream'
  readonly roomId: string
  readonly userId = 'viewer'
  readonly #cloud: Cloud

  constructor(page: Page, cloud: Cloud, testId: string, zego: Zego) {
    this.page = page
    this.zego = zego
    this.#cloud = cloud
    this.roomId = `room-${testId.slice(-8)}`
    cloud.use(
      http.get('*/api/config', () => HttpResponse.json({ appID: APP_ID, server: 'wss://server.example/ws' })),
      http.get('*/api/token', () => HttpResponse.json({ token: makeToken(3_600) })),
    )
  }

  /** Opens the page in a room where a guest publishes the stream, without waiting for the outcome. */
  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.#cloud.room(this.roomId).join('guest').publish(this.stream)
    const src = this.#cloud.cdn.addressOf(this.stream)
    const asked = { roomID: this.roomId, userID: this.userId, src, ...query }
    await this.page.goto(`/viewer.html?${new URLSearchParams(asked)}`)
  }

  /** Where the stream stands. */
  get status(): Locator {
    return this.page.getByRole('status', { name: 'Watching status' })
  }

  /** A button, by its name. */
  button(name: string): Locator {
    return this.page.getByRole('button', { name })
  }

  /** The player gets the stream, and its time runs. */
  get plays(): End {
    const served = () => this.#cloud.cdn.requests.reduce((sum, { viewing }) => sum + (viewing?.bytes ?? 0), 0)
    return {
      what: 'the stream plays from the CDN',
      isSo: async () => (await this.status.innerText()) === 'Playing',
      watch: () => {
        const before = served()
        return () => served() > before
      },
    }
  }

  /** Presses an action that `toReact` has just seen, by default the advised one, and demands that the stream plays. */
  async recover(by?: string): Promise<void> {
    await press(this, this.plays, by)
  }
}

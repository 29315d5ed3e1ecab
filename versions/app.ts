import type { Page } from '@playwright/test'
import { expect, room } from '../scenarios/harness/test.ts'

/** A page with one room, as a person uses it. */
export class App {
  readonly page: Page
  readonly #room: ReturnType<typeof room>

  constructor(page: Page) {
    this.page = page
    this.#room = room(page)
  }

  get status() {
    return this.#room.status
  }

  get alert() {
    return this.#room.alert
  }

  /** Opens the page and joins, without waiting for the outcome. */
  async tryToJoin(): Promise<void> {
    await this.page.goto('/room.html?room=room-1')
    await this.#room.button('Join').click()
  }

  async join(): Promise<void> {
    await this.tryToJoin()
    await expect(this.status).toHaveText('LOGINED 0')
  }

  async tryToGoLive(): Promise<void> {
    await this.join()
    await this.#room.button('Go live').click()
  }

  async goLive(): Promise<void> {
    await this.tryToGoLive()
    await expect(this.status).toHaveText('PUBLISHING')
  }
}

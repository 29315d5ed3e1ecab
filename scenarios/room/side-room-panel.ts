import type { Locator } from '@playwright/test'
import type { LiveRoom } from '../live-room.ts'
import type { EndOf } from '../reacting/ends.ts'

/** The sample app's second room, as a person finds it. */
export class SideRoomPanel {
  readonly #region: Locator

  constructor({ page }: LiveRoom) {
    this.#region = page.getByRole('region', { name: 'Another room' })
  }

  /** A field, by its name. */
  field(name: string): Locator {
    return this.#region.getByRole('textbox', { name, exact: true })
  }

  /** In which rooms the person is. */
  get status(): Locator {
    return this.#region.getByRole('status', { name: 'Other room status' })
  }

  /** What was said there last. */
  get heard(): Locator {
    return this.#region.getByRole('status', { name: 'Heard there' })
  }

  async press(name: string): Promise<void> {
    await this.#region.getByRole('button', { name, exact: true }).click()
  }

  /** Joins another room beside the main one, without waiting for the outcome. */
  async join(roomId: string): Promise<void> {
    await this.field('ID of the other room').fill(roomId)
    await this.press('Join as well')
  }

  /** Says something in a room, whether the person is in it or not. */
  async say(roomId: string, text: string, as = 'Chat'): Promise<void> {
    await this.field('ID of the other room').fill(roomId)
    await this.field('A line').fill(text)
    await this.#region.getByLabel('Said as').selectOption(as)
    await this.press('Say it there')
  }
}

/** Joins the main room, in a project that allows several. @returns the panel of the second one */
export async function joinMultiRoom(app: LiveRoom): Promise<SideRoomPanel> {
  app.settings = { multiRoom: true }
  await app.join()
  return new SideRoomPanel(app)
}

/** The room service has let the user into that room as well. */
export const alsoIn =
  (roomId: string): EndOf =>
  (app) => {
    const isMember = () => app.cloud.room(roomId).members.has(app.userId)
    const { status } = new SideRoomPanel(app)
    return {
      what: `${roomId} has let the user in, too`,
      isSo: async () => (await status.innerText()) === `Also in ${roomId}` && isMember(),
      watch: () => isMember,
    }
  }

/** The room has passed on what the person said there. */
export const said =
  (roomId: string, text: string): EndOf =>
  (app) => {
    const { heard } = new SideRoomPanel(app)
    const passedOn = () => app.cloud.room(roomId).seq.message
    return {
      what: 'the room has passed the line on',
      isSo: async () => (await heard.innerText()) === `You: ${text}`,
      watch: () => {
        const before = passedOn()
        return () => passedOn() > before
      },
    }
  }

/** That room has the topic. */
export const topicOf =
  (roomId: string, text: string): EndOf =>
  ({ cloud }) => {
    const isSo = () => cloud.room(roomId).extraInfo.get('topic')?.value === text
    return { what: `${roomId} has the topic`, isSo, watch: () => isSo }
  }

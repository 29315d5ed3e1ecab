import { expect, type Locator, type Page } from '@playwright/test'
import { HttpResponse, http } from 'msw'
import { type Cloud, makeToken, type Participant } from '../fixtures/index.ts'
import { Zego } from '../src/observe/zego.ts'
import type { Config } from '../test-app/src/config.ts'
import type { EndOf } from './reacting/ends.ts'
import { press, reach } from './reacting/recovery.ts'
import type { Offer, Reacting } from './reacting/to-react.ts'

/** The AppID of the sample app. */
export const APP_ID = 1_234_567_890

/** The sample app as a person finds it: by roles and names. */
export class LiveRoom implements Reacting {
  readonly page: Page
  readonly where = 'app'
  readonly cloud: Cloud
  readonly zego: Zego
  offered?: Offer
  /** Nobody else is in this room: every test has its own. */
  readonly roomId: string
  readonly userId: string
  /** What the app's token service hands out; a scenario may make it hand out something else. */
  nextToken: () => string = () => makeToken(3_600)
  /** What its server says of the project beside the AppID, before the app is opened. */
  settings: Partial<
    Pick<
      Config,
      | 'camera'
      | 'codecTemplateID'
      | 'engine'
      | 'lowLatency'
      | 'modules'
      | 'multiRoom'
      | 'server'
      | 'streamParams'
    >
  > = {}
  #open = false

  /** @param zego what is observed of the SDK in it; nothing, by default */
  constructor(page: Page, cloud: Cloud, roomId: string, zego = new Zego(), userId = 'host') {
    this.page = page
    this.userId = userId
    this.zego = zego
    this.cloud = cloud
    this.roomId = `room-${roomId.slice(-8)}`
    cloud.use(
      http.get('*/api/config', () =>
        HttpResponse.json({ appID: APP_ID, server: 'wss://server.example/ws', ...this.settings }),
      ),
      http.get('*/api/token', () => HttpResponse.json({ token: this.nextToken() })),
    )
  }

  /** Opens the app without joining, for what has to happen to the page before. */
  async open(): Promise<void> {
    await this.page.goto('/')
    this.#open = true
  }

  /** Opens the app if it is not open, fills the form and joins, without waiting for the outcome. */
  async tryToJoin(roomId = this.roomId, userId: string = this.userId): Promise<void> {
    if (this.#open) {
      await this.page.getByRole('textbox', { name: 'Room ID' }).fill(roomId)
      await this.page.getByRole('textbox', { name: 'Your name' }).fill(userId)
    } else {
      // By a link that fills the form, as an invitation does.
      await this.page.goto(`/?${new URLSearchParams({ roomID: roomId, userID: userId })}`)
      this.#open = true
    }
    await this.page.getByRole('textbox', { name: 'Your name' }).press('Enter')
  }

  /** Joins and waits until the app says so. */
  async join(): Promise<void> {
    await this.tryToJoin()
    await this.page.getByRole('heading', { name: this.roomId }).waitFor()
  }

  /** Joins, goes live with camera and microphone, and waits until the cloud has the media. */
  async goLive(): Promise<void> {
    await this.join()
    await this.button('Go live').click()
    await expect(this.publishing).toHaveText('Live')
  }

  /** Joins a room in which a guest is live with a stream, and waits until it plays. */
  async watch(streamId = 'guest-stream'): Promise<Participant> {
    const guest = await this.joinLiveRoom(streamId)
    await expect(this.playing(streamId)).toHaveText('Playing')
    return guest
  }

  /** Joins a room in which a guest is live with a stream; the app plays it by itself. */
  async joinLiveRoom(streamId = 'guest-stream'): Promise<Participant> {
    const guest = this.cloud.room(this.roomId).join('guest')
    await guest.publish(streamId)
    await this.join()
    return guest
  }

  /** Sends a message, as chat or as whatever was chosen before. */
  async say(text: string, as?: 'Barrage' | 'Command' | 'Transparent' | 'Channel'): Promise<void> {
    if (as) await this.page.getByLabel('Send as').selectOption(as)
    const box = this.page.getByRole('textbox', { name: 'Message' })
    await box.fill(text)
    await box.press('Enter')
  }

  /** The problem the app shows at the moment. */
  get alert(): Locator {
    return this.page.getByRole('alert')
  }

  /** Where the room's connection stands. */
  get connection(): Locator {
    return this.page.getByRole('status', { name: 'Connection' })
  }

  /** Where the own stream stands. */
  get publishing(): Locator {
    return this.page.getByRole('status', { name: 'Publishing status' })
  }

  /** Whether the own stream is live at this moment. */
  async isLive(): Promise<boolean> {
    return (await this.publishing.innerText()) === 'Live'
  }

  /** Whether a stream of somebody else plays at this moment. */
  async isPlaying(streamId: string): Promise<boolean> {
    return (await this.playing(streamId).innerText()) === 'Playing'
  }

  /** Where a stream of somebody else stands. */
  playing(streamId: string): Locator {
    return this.page.getByRole('status', { name: `Playing status of ${streamId}` })
  }

  /** The stream of somebody else, by whose it is; there is none while the person is not live. */
  tile(userName: string): Locator {
    return this.page.getByRole('listitem', { name: new RegExp(`^Stream .* of ${userName}$`) })
  }

  /** How many pictures of somebody else have been shown so far. */
  pictures(userName: string): Promise<number> {
    return picturesIn(this.video(userName))
  }

  /** Waits until somebody else is seen moving, from now on. */
  async sees(userName: string): Promise<void> {
    const before = await this.pictures(userName)
    await expect.poll(() => this.pictures(userName)).toBeGreaterThan(before)
  }

  /** The picture of somebody else. */
  video(userName: string): Locator {
    return this.page.getByLabel(`Video of ${userName}`)
  }

  /** An own message in the log that the app says is on its way, there, or not sent. */
  message(text: string, status: 'sending' | 'sent' | 'failed'): Locator {
    return this.page.getByRole('log').locator(`[data-status=${status}]`, { hasText: text })
  }

  /**
   * Presses the action that `toReact` has just seen, and demands that it comes to this end, which must not be reached before.
   *
   * @param next what the person does after it, such as typing something else
   * @param by another action that is offered
   * @example await app.recover(inRoom)
   */
  async recover(end: EndOf, next?: () => Promise<unknown>, by?: string): Promise<void> {
    await press(this, end(this), by, next)
  }

  /**
   * Demands that what is done comes to this end, without any help of the app's: a network that heals, a device that is
   * plugged in. It must not be reached before. Without anything done: that the SDK, which `toReact` has seen to retry, gets
   * there by itself.
   *
   * @param by what is done, in a word
   * @example await app.comesBack(live, 'network.heal', () => faults.network.heal())
   */
  async comesBack(end: EndOf, by = 'the SDK', act?: () => Promise<unknown>): Promise<void> {
    await reach(this, end(this), by, act)
  }

  /** Who is heard, and who is silent, once the app shows sound levels. */
  get soundLevels(): Locator {
    return this.page.getByRole('list', { name: 'Who is heard' })
  }

  /** A button, by its name. */
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }
}

/** How many pictures a video has shown so far. */
export const picturesIn = (video: Locator): Promise<number> =>
  video.evaluate((element) => (element as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames)

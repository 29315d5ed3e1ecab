import type { JSHandle, Locator, Page } from '@playwright/test'
import { makeToken, type Zego } from '../fixtures/index.ts'
import { unlessHurried } from '../src/observe/matchers/hurrying.ts'
import type { Offer, Reacting } from './reacting/to-react.ts'

const APP_ID = 1_234_567_890

/** How a call of the SDK ended, with what came out of it: a result, an error, or whatever was thrown. */
export interface Ending {
  /** `pending` in a control alone, which does not wait for what takes its time without the fault. */
  readonly how: 'resolved' | 'returned' | 'rejected' | 'threw' | 'pending'
  readonly value: unknown
}

declare global {
  interface Window {
    engine: InstanceType<Window['ZegoExpressEngine']>
  }
}

/**
 * One engine of the SDK in an empty page: for tables of arguments, and for calls and orders of calls that no control of
 * the sample app makes. Arguments may be whatever Playwright carries over: `undefined`, `NaN` and typed arrays too, and
 * handles of what lives in the page, such as a stream.
 *
 * @example
 * await engine.join()
 * const { value: key } = await faults.input.tooLong({ characters: 128 })
 * await engine.call('setRoomExtraInfo', engine.roomId, key, 'value')
 * await expect(zego).toSurface(1002015, { via: 'api:setRoomExtraInfo' })
 */
export class Engine implements Reacting {
  readonly page: Page
  readonly where = 'bare-page'
  readonly zego: Zego
  offered?: Offer
  /** Nobody else is in this room: every test has its own. */
  readonly roomId: string
  readonly userId = 'host'

  constructor(page: Page, testId: string, zego: Zego) {
    this.page = page
    this.zego = zego
    this.roomId = `room-${testId.slice(-8)}`
  }

  /** Loads the SDK only, which is there once the page is. Before there is an engine, some static methods answer otherwise. */
  async load(): Promise<void> {
    await this.page.goto('/bare.html')
  }

  /** Loads the SDK and makes the engine. */
  async open(appID: unknown = APP_ID): Promise<void> {
    await this.load()
    await this.create(appID)
  }

  /** Makes an engine in a page that is loaded; a second one takes the place of the first on `window`. */
  async create(appID: unknown = APP_ID): Promise<void> {
    await this.page.evaluate((id) => {
      window.engine = new window.ZegoExpressEngine(id as number, 'wss://server.example/ws')
      window.reactToEventsOf(window.engine)
    }, appID)
  }

  /** Opens, and logs in to the room. @throws when the room does not let the user in */
  async join(): Promise<void> {
    await this.open()
    await this.logIn()
  }

  /** Logs the opened engine in. @throws when the room does not let the user in; not in a control, which left it in there */
  async logIn(): Promise<void> {
    const user = { userID: this.userId, userName: this.userId }
    const { how, value } = await this.call('loginRoom', this.roomId, makeToken(3_600), user)
    if (how === 'resolved' || (this.zego.control && isInAlready(value))) return
    throw new Error(`The engine is not in the room: ${JSON.stringify(value)}`)
  }

  /** What the sample app would say about the last call, or about an event since. */
  get alert(): Locator {
    return this.page.getByRole('alert')
  }

  /** Calls a method of the engine and waits for its end, which a few defects of the SDK never let come. */
  call(method: string, ...args: readonly unknown[]): Promise<Ending> {
    return this.#call('engine', method, args)
  }

  /** Captures a local stream of the SDK, camera and microphone by default, to be handed to `call`. */
  stream(options?: object): Promise<JSHandle<MediaStream>> {
    return this.page.evaluateHandle((options) => window.engine.createStream(options), options)
  }

  /** Captures the camera past the SDK, as an app does that calls `getUserMedia` itself. */
  foreignStream(): Promise<JSHandle<MediaStream>> {
    return this.page.evaluateHandle(() => navigator.mediaDevices.getUserMedia({ video: true }))
  }

  /** Publishes camera and microphone, and waits until the stream is live. */
  async publish(streamId: string): Promise<void> {
    await this.page.evaluate(async (id) => {
      const live = new Promise<void>((resolve) => {
        window.engine.on('publisherStateUpdate', ({ state }) => {
          if (state === 'PUBLISHING') resolve()
        })
      })
      window.engine.startPublishingStream(id, await window.engine.createStream())
      await live
    }, streamId)
  }

  /** Calls a static method of the engine's class. */
  callStatic(method: string, ...args: readonly unknown[]): Promise<Ending> {
    return this.#call('ZegoExpressEngine', method, args)
  }

  /** Calls a method of the engine without waiting for its end. */
  async begin(method: string, ...args: readonly unknown[]): Promise<void> {
    const call = { method, args }
    await this.page.evaluate(({ method, args }) => {
      const engine = window.engine as unknown as Record<string, (...args: readonly unknown[]) => unknown>
      Promise.resolve(engine[method]?.(...args)).catch(() => {})
    }, call)
  }

  /** Loads the copyrighted music module and makes its object; nothing is asked of its service yet. */
  async openMusic(): Promise<void> {
    await this.page.evaluate(() => window.openMusic())
  }

  /** Calls a method of the copyrighted music object. */
  callMusic(method: string, ...args: readonly unknown[]): Promise<Ending> {
    return this.#call('music', method, args)
  }

  /** Calls a method of the copyrighted music object without waiting for its end, and shows what becomes of it. */
  async beginMusic(method: string, ...args: readonly unknown[]): Promise<void> {
    const call = { method, args }
    await this.page.evaluate(({ method, args }) => {
      const music = window.music as unknown as Record<string, (...args: readonly unknown[]) => unknown>
      void window.reactTo(method, () => music[method]?.(...args))
    }, call)
  }

  #call(
    owner: 'engine' | 'ZegoExpressEngine' | 'music',
    method: string,
    args: readonly unknown[],
  ): Promise<Ending> {
    const ending = this.page.evaluate(
      async ({ owner, method, args }): Promise<Ending> => {
        const target = window[owner] as unknown as Record<string, (...args: readonly unknown[]) => unknown>
        let result: unknown
        try {
          if (!target[method]) throw new TypeError(`The SDK has no method ${method}.`)
          result = target[method](...args)
        } catch (value) {
          await window.reactTo(method, () => Promise.reject(value))
          return { how: 'threw', value }
        }
        await window.reactTo(method, () => result)
        if (typeof (result as Promise<unknown>)?.then !== 'function')
          return { how: 'returned', value: told(result) }
        return (result as Promise<unknown>).then(
          (value: unknown) => ({ how: 'resolved', value: told(value) }),
          (value: unknown) => ({ how: 'rejected', value }),
        )

        // A stream of the SDK leads to the whole engine: copied out of the page, it takes gigabytes.
        function told(value: unknown): unknown {
          if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
          const prototype: unknown = Object.getPrototypeOf(value)
          const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null
          return isPlain ? value : '[object]'
        }
      },
      { owner, method, args },
    )
    return unlessHurried<Ending>(ending, { how: 'pending', value: undefined })
  }
}

/** Whoever was not put out of a room by the fault cannot come in twice. */
const isInAlready = (refusal: unknown) => (refusal as { code?: number } | null)?.code === 1002001

import { expect, test } from 'vitest'
import type { Report } from './record.ts'
import { recordCalls } from './record-calls.ts'
import { snapshot } from './snapshot.ts'
import { wrapMethods } from './wrap-methods.ts'

const failure = { code: 1002011, msg: 'room ID is empty' }
const shared = Promise.resolve(true)

class Compositor {
  addImage(): boolean {
    return true
  }
}

class Base {
  static version = '3.12.0'
  static setGeoFence(): never {
    throw failure
  }
  zegoWebRTC = {}
  get roomID(): string {
    return expect.fail('a getter was called')
  }
  loginRoom(..._: unknown[]): Promise<unknown> {
    return Promise.reject(failure)
  }
  renewToken(): boolean {
    return false
  }
  getVersion(): string {
    return '3.12.0'
  }
  getCameras(): Promise<boolean> {
    return shared
  }
  on(): boolean {
    return false
  }
  enterRoom(): boolean {
    return this.renewToken()
  }
  setVideoConfig(config: { width: number }): boolean {
    config.width = 1
    return true
  }
  createStreamCompositor(): Promise<Compositor> {
    return Promise.resolve(new Compositor())
  }
  createZegoStream(): this {
    return this
  }
  addPublishCdnUrl(...args: unknown[]): unknown {
    return [this, args.length]
  }
}

class Engine extends Base {
  override loginRoom(...args: unknown[]): Promise<unknown> {
    return super.loginRoom(...args)
  }
}

function recording() {
  const seen: Parameters<Report>[0][] = []
  const calls = recordCalls(
    { snapshot, wrapMethods },
    (observation) => seen.push(observation),
    () => false,
  )
  class Fresh extends Engine {}
  const engine = new Fresh()
  return { engine, seen, adopted: calls.adoptEngine(engine, 1), Fresh }
}

test('tells the methods and the version of an engine', () => {
  const { adopted } = recording()
  expect(adopted.version).toBe('3.12.0')
  expect(adopted.methods).toContain('loginRoom')
  expect(adopted.methods).not.toContain('roomID')
})

test('a rejection reaches the caller as it is; a subclass calling super is one call', async () => {
  const { engine, seen } = recording()
  await expect(engine.loginRoom('')).rejects.toBe(failure)
  expect(seen).toMatchObject([
    { channel: 'api', name: 'loginRoom', outcome: 'pending', call: 1, payload: { args: [''] } },
    { channel: 'api', name: 'loginRoom', outcome: 'rejected', call: 1, payload: { error: failure } },
  ])
})

test('a synchronous throw reaches the caller as it is, of static methods too', () => {
  const { seen, Fresh } = recording()
  expect(() => Fresh.setGeoFence()).toThrow(expect.objectContaining(failure))
  expect(seen).toMatchObject([{ name: 'setGeoFence', outcome: 'threw', payload: { error: failure } }])
})

test('records false, but not the reading of a value', () => {
  const { engine, seen } = recording()
  expect(engine.renewToken()).toBe(false)
  expect(engine.getVersion()).toBe('3.12.0')
  expect(seen).toMatchObject([{ name: 'renewToken', outcome: 'returned', payload: { result: false } }])
})

test('hands on this and the number of arguments, and gives the same promise for the same promise', () => {
  const { engine } = recording()
  expect(engine.addPublishCdnUrl(1, undefined, 3)).toEqual([engine, 3])
  expect(engine.getCameras()).toBe(engine.getCameras())
})

test('leaves no trace on the engine', () => {
  const { engine, Fresh } = recording()
  expect(Object.keys(engine)).toEqual(['zegoWebRTC'])
  expect(engine.loginRoom).toBe(Fresh.prototype.loginRoom)
  expect(engine).toBeInstanceOf(Base)
})

test('a listener that is refused is told, and so is a call within another one', () => {
  const { engine, seen } = recording()
  engine.on()
  engine.enterRoom()
  expect(seen.map(({ name }) => name)).toEqual(['on', 'renewToken', 'enterRoom'])
})

test('arguments are told as they were given, whatever the SDK makes of them', () => {
  const { engine, seen } = recording()
  engine.setVideoConfig({ width: 640 })
  expect(seen).toMatchObject([{ payload: { args: [{ width: 640 }] } }])
})

test('what a call creates is recorded, too, and what was there before keeps its name', async () => {
  const { engine, seen } = recording()
  const compositor = await engine.createStreamCompositor()
  compositor.addImage()
  expect(seen.at(-1)).toMatchObject({
    name: 'addImage',
    engine: 1,
    payload: { createdBy: 'createStreamCompositor' },
  })
  engine.createZegoStream().renewToken()
  expect(seen.at(-1)?.payload).not.toHaveProperty('createdBy')
})

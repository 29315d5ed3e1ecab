import type { Ending, Engine } from '../engine.ts'
import { expect } from '../test.ts'

/** `ZegoCopyrightedMusicResourceType` */
export const kinds = { song: 0, accompaniment: 1, clip: 2, segment: 3 } as const

/** An order of the song that the cloud has, to be paid singly. */
export const order = { songID: 'song-1', vendorID: 2, mode: 0 } as const

/** What orders a song, and what fetches one that somebody in the room ordered. */
export const ordering = ['requestResource', 'getSharedResource'] as const

/** Logs in and initialises the module. */
export async function startMusic(engine: Engine): Promise<void> {
  await engine.join()
  await engine.openMusic()
  expect(await initialise(engine)).toMatchObject({ value: 0 })
}

export function initialise(engine: Engine): Promise<Ending> {
  const { userId } = engine
  return engine.callMusic('initCopyrightedMusic', { user: { userID: userId, userName: userId } })
}

/** Orders a song. @returns the ID of what is downloaded */
export async function orderSong(
  engine: Engine,
  kind: keyof typeof kinds,
  songID: string = order.songID,
): Promise<string> {
  const { value } = await engine.callMusic('requestResource', { ...order, songID }, kinds[kind])
  expect(value).toMatchObject({ errorCode: 0 })
  const { resource } = value as { resource: { data: { resources: [{ resource_id: string }] } } }
  return resource.data.resources[0].resource_id
}

/**
 * Waits until the module could convert what it downloads: what comes earlier is lost, and its download never ends. The worker
 * is the only one with a module of WebAssembly.
 */
export async function converterReady({ page }: Pick<Engine, 'page'>): Promise<void> {
  const isReady = () => (globalThis as { Module?: { calledRun?: boolean } }).Module?.calledRun === true
  await expect
    .poll(async () => Promise.all(page.workers().map((worker) => worker.evaluate(isReady))))
    .toContain(true)
}

import type { Engine } from './engine.ts'
import { attempt, type Failure } from './problem/failure.ts'
import type { Problems } from './problem/problem.ts'
import { createStore, type Store } from './store.ts'

/** What is to be mixed, and where the mix goes. */
export interface Mix {
  /** Stands for this mix when it is changed or stopped, by this page or a later one. */
  readonly taskID: string
  /** Everything that is said in the room, whoever is live; else only `streams`, with their pictures. */
  readonly wholeRoom: boolean
  readonly streams: readonly string[]
  /** Stream IDs and push addresses. */
  readonly outputs: readonly string[]
  /** Width and height of the mix in pixels, such as `640x360`; empty for none, which the SDK refuses. */
  readonly size: string
  /** What the mix is encoded with, such as `h264`. */
  readonly codec: string
  /** Of the picture of each stream, in pixels; 0 to share out the width of the mix. */
  readonly streamWidth: number
  /** Addresses of pictures; empty for none. */
  readonly background: string
  readonly watermark: string
  /** In pixels; its height follows. */
  readonly watermarkWidth: number
  /** Stands in for the picture of a stream that has none; empty for nothing. */
  readonly still: string
  /** Stands on the picture of each stream; empty for nothing. */
  readonly caption: string
}

export type MixerState = 'idle' | 'starting' | 'mixing' | 'stopping'

/** Has ZEGO's servers make one stream out of several. */
export interface Mixer {
  readonly state: Store<MixerState>
  start(mix: Mix): Promise<void>
  /** Also for a mix that an earlier page has left running: it costs until somebody stops it. */
  stop(mix: Mix): Promise<void>
  /** This page leaves the room: its mixes have to end while the SDK can still say so. */
  end(): void
}

export interface MixerNeeds {
  readonly engine: Pick<
    Engine,
    'setMixerTaskConfig' | 'startMixerTask' | 'stopMixerTask' | 'startAutoMixerTask' | 'stopAutoMixerTask'
  >
  readonly problems: Problems
  readonly roomID: () => string
  /** Puts the cursor where what this code is about can be corrected. */
  readonly edit: (code: number | undefined) => void
}

type Task = Parameters<Engine['startMixerTask']>[0]

export const usualSize = '640x360'
/** How a mix is sent, whatever its size. */
const rate = { outputFPS: 15, outputBitrate: 800 }

export function createMixer({ engine, problems, roomID, edit }: MixerNeeds): Mixer {
  const state = createStore<MixerState>('idle')
  /** What this page has started, by task ID. */
  const running = new Map<string, Mix>()
  /** What was asked for and is not answered yet: it may run all the same. */
  const starting = new Map<string, Mix>()
  let ends = 0

  async function start(mix: Mix): Promise<void> {
    const before = ends
    state.set('starting')
    problems.clear('mixer')
    starting.set(mix.taskID, mix)
    const outcome = await attempt(() => (mix.wholeRoom ? startWholeRoom(mix) : startStreams(mix)))
    // The room was left meanwhile: nobody here wants to know.
    if (before !== ends) return
    starting.delete(mix.taskID)
    if (outcome.ok) running.set(mix.taskID, mix)
    conclude(outcome.ok ? undefined : outcome.failure, 'The mix was not started', () => start(mix))
  }

  async function startStreams(mix: Mix) {
    const { size, codec, streamWidth } = mix
    await engine.setMixerTaskConfig({ backgroundImage: mix.background, videoCodec: codec as 'h264' })
    const canvas = dimensions(size || usualSize)
    return engine.startMixerTask({
      taskID: mix.taskID,
      inputList: mix.streams.map((streamID, at) => ({
        streamID,
        layout: cell(at, mix.streams.length, canvas, streamWidth),
        ...(mix.still && { imageInfo: { url: mix.still } }),
        ...(mix.caption && { label: { text: mix.caption } }),
      })),
      outputList: [...mix.outputs],
      // The SDK takes none for a mistake, which its types do not let anybody make.
      outputConfig: (size && { ...rate, ...canvas }) as Task['outputConfig'],
      ...(mix.watermark && { watermark: { imageURL: mix.watermark, layout: corner(mix.watermarkWidth) } }),
    })
  }

  function startWholeRoom({ taskID, outputs }: Mix) {
    return engine.startAutoMixerTask({
      taskID,
      roomID: roomID(),
      outputList: outputs.map((target) => ({ target })),
    })
  }

  async function stop(mix: Mix): Promise<void> {
    const before = ends
    state.set('stopping')
    problems.clear('mixer')
    const outcome = await attempt(() => ask(mix))
    if (before !== ends) return
    if (outcome.ok) running.delete(mix.taskID)
    conclude(outcome.ok ? undefined : outcome.failure, 'The mix was not stopped', () => stop(mix))
  }

  function ask({ taskID, wholeRoom }: Mix) {
    return wholeRoom ? engine.stopAutoMixerTask({ taskID, roomID: roomID() }) : engine.stopMixerTask(taskID)
  }

  function conclude(failure: Failure | undefined, headline: string, retry: () => unknown): void {
    state.set(running.size > 0 ? 'mixing' : 'idle')
    if (!failure) return problems.clear('mixer')
    problems.report({
      about: 'mixer',
      headline,
      failure,
      recovery: { retry, edit: () => edit(failure.code) },
    })
  }

  return {
    state,
    start,
    stop,
    end() {
      ends++
      for (const mix of new Map([...running, ...starting]).values()) void attempt(() => ask(mix))
      running.clear()
      starting.clear()
      state.set('idle')
      problems.clear('mixer')
    },
  }
}

/** Where the watermark goes. */
function corner(width: number) {
  return { top: 8, left: 8, bottom: 8 + Math.round((width * 9) / 16), right: 8 + width }
}

/** What `640x360` says. */
function dimensions(size: string) {
  const [width, height] = size.split('x').map(Number)
  return { outputWidth: width ?? Number.NaN, outputHeight: height ?? Number.NaN }
}

type Canvas = ReturnType<typeof dimensions>

/** The rectangle of one stream in a grid that is about as wide as it is high, in whole pixels. @param wide not as the grid is */
export function cell(at: number, count: number, { outputWidth, outputHeight }: Canvas, wide = 0) {
  const columns = Math.ceil(Math.sqrt(count))
  const width = wide || Math.floor(outputWidth / columns)
  const height = Math.floor(outputHeight / Math.ceil(count / columns))
  const left = (at % columns) * width
  const top = Math.floor(at / columns) * height
  return { top, left, bottom: top + height, right: left + width }
}

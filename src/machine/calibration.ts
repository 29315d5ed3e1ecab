import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** How long the same piece of work takes, in ms of the wall clock. */
export interface Round {
  /** On one processor, with nothing on the others. */
  readonly alone: number
  /** On each processor, right after it, with all of them at it. */
  readonly together: number
}

/** What was measured of this machine. */
export interface Calibration {
  readonly rounds: readonly Round[]
  readonly processors: number
}

/** A machine that others share is half as fast for some tenths of a second, so that once says little. */
const times = 5

/**
 * Strings, a map and JSON, as the SDK and Playwright spend most of their time. Long enough to meet the quota of a container,
 * which is dealt out every 100 ms.
 */
const work = `
const { parentPort } = require('node:worker_threads')
parentPort.once('message', () => {
  const map = new Map()
  for (let i = 0; i < 4e5; i++) map.set('key' + (i % 5e3), JSON.parse('{"a":' + i + '}').a)
  parentPort.postMessage('done')
})
parentPort.postMessage('ready')
`

const script = `
const { Worker } = require('node:worker_threads')
const next = (worker) => new Promise((resolve) => worker.once('message', resolve))
async function round(threads) {
  const workers = Array.from({ length: threads }, () => new Worker(${JSON.stringify(work)}, { eval: true }))
  await Promise.all(workers.map(next))
  const start = performance.now()
  await Promise.all(workers.map((worker) => { worker.postMessage('go'); return next(worker) }))
  return performance.now() - start
}
const processors = Number(process.argv[1])
async function calibrate() {
  const rounds = []
  for (let i = 0; i < ${times}; i++) {
    const alone = await round(1)
    rounds.push({ alone, together: processors > 1 ? await round(processors) : alone })
  }
  console.log(JSON.stringify({ rounds, processors }))
}
calibrate()
`

/** Measures this machine, with whatever else runs on it, in a process of its own: about two seconds. */
export function calibrate(processors = availableParallelism()): Calibration {
  const { stdout, stderr, error } = spawnSync(process.execPath, ['-e', script, String(processors)], {
    encoding: 'utf8',
  })
  if (error || !stdout)
    throw new Error(
      `The speed of this machine could not be measured: ${error?.message ?? stderr}. Set ZEGO_PACE yourself, as in ZEGO_PACE=3.`,
    )
  return JSON.parse(stdout) as Calibration
}

import { FaultNotInjected, type Receipt } from '../kit/receipt.ts'
import { browserOf, type FaultTarget } from '../kit/target.ts'
import { signalService } from './capture-process.ts'
import { checkKind, type DeviceKind, endOf, liveTracks, serviceOf } from './kind.ts'

/** Kills the process that captures; Chromium starts another when it is next needed. */
export async function crash(target: FaultTarget, kind: DeviceKind): Promise<Receipt> {
  const fault = 'device.crash'
  checkKind(kind, fault)
  const tracks = await liveTracks(target, kind, fault)
  const at = Date.now()
  await signalService(browserOf(target), serviceOf[kind], 'SIGKILL', fault)
  const ended = await endOf(tracks, fault)
  return { fault, means: 'real', at, evidence: { killed: serviceOf[kind], ended } }
}

/** Stops the camera's process, whose id `remember` is told, so that it can go on whatever happens next. */
export async function freeze(target: FaultTarget, remember: (pid: number) => void): Promise<Receipt> {
  const fault = 'device.freeze'
  const tracks = await liveTracks(target, 'camera', fault)
  const at = Date.now()
  remember(await signalService(browserOf(target), serviceOf.camera, 'SIGSTOP', fault))
  const quietMs = 300
  const frozen = await tracks.whenFrozen(quietMs, 3000)
  const states = await tracks.states()
  await tracks.release()
  if (frozen && states.every(({ readyState }) => readyState === 'live')) {
    return { fault, means: 'real', at, evidence: { quietMs, states } }
  }
  throw new FaultNotInjected(fault, `live tracks without a frame for ${quietMs} ms`, states)
}

/** Lets a stopped process go on, if it still exists. */
export function thaw(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

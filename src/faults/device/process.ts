import { slowness } from '../../machine/slowness.ts'
import { attemptCapture } from '../in-page/probe.ts'
import { othersOf } from '../kit/people.ts'
import { letGoOn } from '../kit/processes.ts'
import { FaultNotInjected, type Injection, injected } from '../kit/receipt.ts'
import { browserOf, type FaultTarget, standOnOrigin } from '../kit/target.ts'
import { signalService } from './capture-process.ts'
import { checkKind, type DeviceKind, endOf, liveTracks, serviceOf } from './kind.ts'
import { endSource } from './source.ts'

const whyPatched =
  'The process that captures is that of the whole browser, in which other people have pages too. So that they go on, the ' +
  'tracks of this page are stopped and told that they ended.'

/** Ends what camera and microphone capture, be it nothing, as a system does that falls asleep. @returns labels of the tracks */
export async function endCapture(target: FaultTarget): Promise<readonly string[]> {
  const ended: string[] = []
  for (const kind of ['camera', 'microphone'] as const) {
    const tracks = await liveTracks(target, kind)
    if (tracks.count > 0) await endSource(target, kind, tracks)
    ended.push(...(await endOf(tracks)))
  }
  return ended
}

/** Kills the process that captures; Chromium starts another when it is next needed. */
export async function crash(target: FaultTarget, kind: DeviceKind): Promise<Injection> {
  checkKind(kind)
  const tracks = await liveTracks(target, kind, { needed: true })
  const at = Date.now()
  const means = await endSource(target, kind, tracks)
  const ended = await endOf(tracks)
  if (means === 'real') return injected({ means, at, evidence: { killed: serviceOf[kind], ended } })
  return injected({ means, at, evidence: { ended }, why: whyPatched })
}

const frozenForAll = (others: readonly string[]) =>
  'The process of the camera is that of the whole browser, so that freezing it would freeze the camera of these pages too: ' +
  `${others.join(', ')}. Close them before, or let the camera of one person crash or be unplugged, which leaves the others alone.`

/** The same before anybody captures: whoever asks for the camera is not answered, as while a prompt is left open. */
async function freezeUnused(target: FaultTarget, remember: (pid: number) => void): Promise<Injection> {
  await standOnOrigin(target)
  // The process exists once something was captured.
  const before = await attemptCapture(target.page, { video: true })
  if (before.outcome !== 'captured') throw new FaultNotInjected('a camera that answers before', before)
  const at = Date.now()
  const pid = await signalService(browserOf(target), serviceOf.camera, 'SIGSTOP')
  remember(pid)
  const attempt = await attemptCapture(target.page, { video: true })
  if (attempt.outcome !== 'pending')
    throw new FaultNotInjected('an attempt to capture to stay pending', attempt)
  return injected({ means: 'real', at, evidence: { attempt }, undo: () => letGoOn(pid) })
}

/** Stops the camera's process, whose id `remember` is told, so that it can go on whatever happens next. */
export async function freeze(target: FaultTarget, remember: (pid: number) => void): Promise<Injection> {
  const others = await othersOf(target.page, 'browser')
  if (others.length > 0) throw new Error(frozenForAll(others.map((page) => page.url())))
  const tracks = await liveTracks(target, 'camera')
  if (tracks.count === 0) {
    await tracks.release()
    return freezeUnused(target, remember)
  }
  const at = Date.now()
  const pid = await signalService(browserOf(target), serviceOf.camera, 'SIGSTOP')
  remember(pid)
  const quietMs = 300
  const frozen = await tracks.whenFrozen(quietMs, 3_000 * slowness())
  const states = await tracks.states()
  await tracks.release()
  if (frozen && states.every(({ readyState }) => readyState === 'live')) {
    return injected({ means: 'real', at, evidence: { quietMs, states }, undo: () => letGoOn(pid) })
  }
  throw new FaultNotInjected(`live tracks without a frame for ${quietMs} ms`, states)
}

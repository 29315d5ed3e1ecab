import { ZegoExpressEngine } from 'zego-express-engine-webrtc'
import { attempt, eventFailure, type Failure } from './problem/failure.ts'
import { createProblems } from './problem/problem.ts'
import { streamPhase } from './publish/stream-phase.ts'
import { reactionTo } from './reactions.ts'
import { h, setText } from './view/elements/dom.ts'
import { alertView } from './view/feedback/alert.ts'
import { noticeView } from './view/feedback/notice.ts'

declare global {
  interface Window {
    ZegoExpressEngine: typeof ZegoExpressEngine
    /** Makes a call and shows what the sample app would say about its failure. The ending is the SDK's own. */
    reactTo(name: string, call: () => unknown): Promise<void>
    /** Shows what the sample app would say about the codes in the engine's events. */
    reactToEventsOf(engine: ZegoExpressEngine): void
    /** Loads the copyrighted music module and makes its object of the engine. */
    openMusic(): Promise<void>
    music: ReturnType<ZegoExpressEngine['createCopyrightedMusic']>
    /** Adds the SDK's module for noise reduction, which is larger than the rest of this page but for the SDK. */
    useAiDenoise(): Promise<void>
  }
}

/**
 * The SDK and the app's reactions, without the app: for calls that no control of the sample app can make. Scenarios
 * drive it.
 */
window.ZegoExpressEngine = ZegoExpressEngine
// As in engine.ts.
ZegoExpressEngine.presetLogConfig({ logLevel: 'warn' })

const again = () => {}
const problems = createProblems({ rejoin: again, renew: again, 'copy-details': again })
const retries = {
  Room: retryStatus('Room'),
  Publishing: retryStatus('Publishing'),
  Playing: retryStatus('Playing'),
}
document.body.append(
  alertView(problems),
  noticeView(problems.notice),
  ...Object.values(retries).map(({ element }) => element),
)

/** Says that the SDK is retrying, and why; nothing while it is not. */
function retryStatus(label: string) {
  const text = h('span')
  const print = h('small')
  const element = h('p', { role: 'status', 'aria-label': label }, text, print)
  return {
    element,
    show(code: number): void {
      setText(text, code ? reactionTo(code, { retrying: true }).message : '')
      setText(print, code ? `Code ${code}` : '')
    },
  }
}

type StreamState = Parameters<typeof streamPhase>[0]

function follow(kind: 'Publishing' | 'Playing', state: StreamState, code: number, data: unknown): void {
  const phase = streamPhase(state, code)
  retries[kind].show(phase === 'retrying' ? code : 0)
  if (phase === 'failed') show(state, eventFailure(code, data))
  if (phase === 'flowing') problems.clear('app')
}

function show(headline: string, failure: Failure): void {
  problems.report({ about: 'app', headline, failure, recovery: { retry: again, edit: again, order: again } })
}

window.reactTo = async (name, call) => {
  problems.clear('app')
  const outcome = await attempt(call)
  if (!outcome.ok) show(`${name} failed`, outcome.failure)
}

window.reactToEventsOf = (engine) => {
  engine.on('roomStateChanged', (_, reason, code, data) => {
    retries.Room.show(reason === 'RECONNECTING' ? code : 0)
    if (code && reason !== 'RECONNECTING') show(reason, eventFailure(code, data))
  })
  engine.on('deviceError', (code, name) => show('A device failed', eventFailure(code, name)))
  engine.on('publisherStateUpdate', ({ state, errorCode, extendedData }) =>
    follow('Publishing', state, errorCode, extendedData),
  )
  engine.on('playerStateUpdate', ({ state, errorCode, extendedData }) =>
    follow('Playing', state, errorCode, extendedData),
  )
  engine.on('beautyEffectError', (_, code, data) => show('Beauty effect', eventFailure(code, data)))
}

window.useAiDenoise = async () => {
  const { AiDenoise } = await import('zego-express-engine-webrtc/aidenoise/index.js')
  ZegoExpressEngine.use(AiDenoise)
}

// The module weighs more than the SDK, and hardly any test is about it.
window.openMusic = async () => {
  const { CopyrightedMusic } = await import('zego-express-engine-webrtc/copyrighted-music/index.js')
  ZegoExpressEngine.use(CopyrightedMusic)
  window.music = window.engine.createCopyrightedMusic()
}

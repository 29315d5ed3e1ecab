import type { Engine } from '../engine.ts'
import { createStore, type Store } from '../store.ts'
import { attempt } from './failure.ts'
import type { Problems } from './problem.ts'

/** Sends the SDK's log of this session to ZEGO, who ask for it when they are to find out what went wrong. */
export interface LogUpload {
  readonly state: Store<'idle' | 'sending' | 'sent'>
  send(): Promise<void>
}

export function createLogUpload(engine: Pick<Engine, 'uploadLog'>, problems: Problems): LogUpload {
  const state = createStore<'idle' | 'sending' | 'sent'>('idle')

  async function send(): Promise<void> {
    state.set('sending')
    problems.clear('log')
    const outcome = await attempt(() => engine.uploadLog())
    state.set(outcome.ok ? 'sent' : 'idle')
    if (outcome.ok) return
    const { failure } = outcome
    problems.report({ about: 'log', headline: 'The log was not sent', failure, recovery: { retry: send } })
  }

  return { state, send }
}

import type { Frame, Page } from '@playwright/test'
import type { Outcome } from '../observation.ts'
import type { ObservationMessage, PageMessage } from '../page/message.ts'
import { Recorder } from '../recorder/recorder.ts'
import { Zego } from '../zego.ts'

/** A Zego that believes it watches one document with one engine, and that of somebody else, and the means to say what happens in it. */
export function fakeDocument({
  engine = true,
  version = '3.12.0',
  problem,
}: {
  readonly engine?: boolean
  readonly version?: string
  readonly problem?: string
} = {}) {
  const recorder = new Recorder()
  const zego = new Zego(recorder)
  const source = { frame: { url: () => 'http://app.test/' } as Frame, page: {} as Page }
  const receive = (message: PageMessage, from = source) => recorder.receive(from, JSON.stringify(message))
  const other = { ...source, page: {} as Page }
  const observe = (seen: Omit<ObservationMessage, 'kind'>) =>
    receive({ kind: 'observation', engine: 1, ...seen })

  receive({ kind: 'document' })
  const make = (number: number, version: string) =>
    receive({
      ...{ kind: 'engine', engine: number, version, methods: ['loginRoom'], events: ['deviceError'] },
      ...{ emitters: ['zegoWebRTM', 'zegoWebRTC'], problem },
    })
  if (engine) make(1, version)
  return {
    zego,
    /** The app makes another engine, of that version. */
    makeAnother: (version: string) => make(2, version),
    event: (name: string, payload: unknown[], at = Date.now(), listeners = 1) =>
      observe({ channel: 'event', name, payload, at, listeners }),
    call: (call: number, name: string, outcome: Outcome, payload: object, at = Date.now()) =>
      observe({ channel: 'api', name, outcome, payload, at, call }),
    uncaught: (value: object, at = Date.now()) =>
      observe({ channel: 'pageerror', name: 'unhandledrejection', payload: { value }, at }),
    react: (at = Date.now()) => receive({ kind: 'reaction', at }),
    /** The same in the page of somebody else. */
    elsewhere: {
      event: (name: string, payload: unknown[], at = Date.now()) =>
        receive({ kind: 'observation', channel: 'event', name, payload, at, listeners: 1 }, other),
      react: (at = Date.now()) => receive({ kind: 'reaction', at }, other),
    },
  }
}

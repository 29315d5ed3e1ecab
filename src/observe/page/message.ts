import type { Observation } from '../observation.ts'

/** The recorder started in a document, before any script of the page. */
export interface DocumentMessage {
  readonly kind: 'document'
}

/** An engine was found. Numbers count from 1 within the document. */
export interface EngineMessage {
  readonly kind: 'engine'
  readonly engine: number
  readonly version?: string
  /** Names of the public methods that are recorded, static ones included. */
  readonly methods: readonly string[]
  /** Names of the events it can emit. */
  readonly events: readonly string[]
  /** Which of its two state centers (`zegoWebRTM`, `zegoWebRTC`) let the recorder in. */
  readonly emitters: readonly string[]
  /** What went wrong while its methods and events were being recorded. */
  readonly problem?: string
}

/** An observation as the page sees it: codes are found in Node, numbers count within the document. */
export interface ObservationMessage extends Omit<Observation, 'at' | 'codes' | 'frame'> {
  readonly kind: 'observation'
  /** When, unless the page's clock is a fake: then the time of arrival is nearer to the truth. */
  readonly at?: number
}

/** After the SDK told the app a code, the page changed in a way that a person could see. */
export interface ReactionMessage {
  readonly kind: 'reaction'
  /** When, as in an observation. */
  readonly at?: number
}

/** What the recorder in the page sends to Node, as JSON. */
export type PageMessage = DocumentMessage | EngineMessage | ObservationMessage | ReactionMessage

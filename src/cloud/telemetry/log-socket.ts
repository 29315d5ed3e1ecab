import { strFromU8, unzlibSync } from 'fflate'
import type { CloudSocket, Connection } from '../connection.ts'
import { decoding, ProtocolDefect } from '../exchange/defect.ts'
import type { Journal } from '../exchange/journal.ts'

/** One thing the SDK reports of itself: an API call or an event, with the code it ended with. */
export interface Span {
  /** Path-like name, such as `/liveroom/send_room_message`. */
  readonly name: string
  readonly tags: { readonly error?: number; readonly message?: string } & Record<string, unknown>
  /** Ms the operation took. */
  readonly duration?: number
  /** When it began and ended, in ms of the page's clock; reports come seconds later. */
  readonly start_time?: number
  readonly end_time?: number
}

interface Report {
  message_id?: number
  s?: string
}

/**
 * The socket the SDK reports spans on (`/zglog/tlog`): zlib of JSON, to be acknowledged by message id or the SDK
 * reconnects every 15 s.
 */
export class SpanSocket implements Connection {
  readonly #socket: CloudSocket
  readonly #journal: Journal

  constructor(socket: CloudSocket, journal: Journal) {
    this.#socket = socket
    this.#journal = journal
  }

  receive(data: Uint8Array | string): void {
    const text =
      typeof data === 'string'
        ? data
        : strFromU8(decoding('telemetry', 'report', data, () => unzlibSync(data)))
    const report = decoding('telemetry', 'report', bytes(data), () => JSON.parse(text) as Report)
    if (report.message_id === undefined)
      throw new ProtocolDefect('telemetry', 'report without message_id', bytes(data))
    this.#socket.send(JSON.stringify({ messageId: report.message_id, code: 0 }))
    for (const span of spansOf(report)) {
      this.#journal.record({ direction: 'in', layer: 'telemetry', name: span.name, message: span })
    }
  }

  closed(): void {}
}

/** Where builds send plain log lines (`/zglog/ws`; `/log` up to 3.5) and the quality of streams. */
export const logAddresses = ['/zglog/ws', '/log', '/ws/report/stream']

/** A socket that is taken, never answered and not read. */
export const logSocket: Connection = { receive() {}, closed() {} }

function spansOf({ s }: Report): Span[] {
  if (!s) return []
  const detail = decoding(
    'telemetry',
    'spans',
    bytes(s),
    () => JSON.parse(s) as { speed_detail?: Partial<Span>[] },
  )
  return (detail.speed_detail ?? []).flatMap((span) =>
    typeof span.name === 'string' ? [{ ...span, name: span.name, tags: span.tags ?? {} }] : [],
  )
}

const bytes = (data: Uint8Array | string) =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data

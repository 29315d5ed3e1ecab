import { create, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf'
import type { Tunnel, TunnelClient } from '../accesshub/tunnel.ts'
import { ProtocolDefect } from '../exchange/defect.ts'
import type { Desk } from '../exchange/desk.ts'
import type { Judge } from '../exchange/journal.ts'
import { Refusal } from '../exchange/refusal.ts'
import { byNumber, type Named } from '../exchange/table.ts'
import { unreadable } from '../exchange/unreadable.ts'
import { decode, encode, type Schema } from '../proto/codec.ts'
import type { Answers, MessageOf, Origin, RequestName } from './answers.ts'
import { messages } from './chat.ts'
import { type Client, isHeld } from './clients.ts'
import { admission, presence } from './entering.ts'
import { demandFewRooms, demandPlace } from './limits.ts'
import { acknowledgements, requests } from './messages.ts'
import { decodePacket, encodePacket } from './packet.ts'
import { pushThrough } from './pushes.ts'
import type { Seat } from './seat.ts'
import type { RoomService } from './service.ts'
import { streams } from './streams.ts'

const inRoom: Answers<Exclude<RequestName, 'LoginRoomReq' | 'EnterRoomReq'>> = {
  ...presence,
  ...streams,
  ...messages,
}

const requestOf = byNumber(requests)
const acknowledgementOf = byNumber(acknowledgements)
const unknownCommand = 999_999

/** `LoginRoomReq.relogin_type`: the SDK connects again, nobody asked it to. */
const byItself = 1
/** Surfaces as 1002086 from SDK 3.11 on, as 1002050 before; the SDK does not try again. */
const loggedInElsewhere = 50_013
/** What a client hears that was missed for too long: the SDK logs in again. */
const logInAgain = 1_002

/** An answer; `in` is the seat that its head names, where that was only just taken. */
type Answer = Readonly<Record<string, unknown>> & { readonly in?: Seat }

/** The token that a request shows, if it shows one. */
function tokenIn(message: MessageShape<Schema>): string {
  const { thirdToken, token } = message as { thirdToken?: unknown; token?: unknown }
  const shown = thirdToken ?? token
  return typeof shown === 'string' ? shown : ''
}

type Head = Parameters<typeof encodePacket>[0]

/** The room service's end of one tunnel: one engine of one page, in any number of rooms. */
export class RoomTunnel implements TunnelClient {
  readonly #tunnel: Tunnel
  readonly #desk: Desk
  readonly #service: RoomService
  readonly #seats = new Map<number, Seat>()
  #user: { id: string; name: string } | undefined
  #client: Client | undefined
  #appId = 0
  #seq = 0

  constructor(tunnel: Tunnel, desk: Desk, service: RoomService) {
    this.#tunnel = tunnel
    this.#desk = desk
    this.#service = service
  }

  get user(): string | undefined {
    return this.#user?.id
  }

  get isPassable(): boolean {
    return this.#tunnel.isPassable()
  }

  /** @throws {ProtocolDefect} on anything that is not a known request or acknowledgement of this service */
  receive(payload: Uint8Array, txid: bigint): void {
    const { header, body } = decodePacket(payload)
    const { cmd, seq, contextKey } = header
    if (this.#client) this.#service.clients.hear(this.#client)
    const acknowledgement = acknowledgementOf.get(cmd)
    if (acknowledgement) {
      const message = decode('liveroom', acknowledgement.schema, body)
      return this.#desk.journal.record({
        direction: 'in',
        layer: 'liveroom',
        name: acknowledgement.name,
        message,
        user: this.user,
        room: this.#seats.get(contextKey)?.room.id,
      })
    }
    const request = requestOf.get(cmd)
    if (!request) throw new ProtocolDefect('liveroom', `unknown cmd ${cmd}`, payload)
    const message = decode('liveroom', request.schema as Schema, body)
    if (this.#cameAfterKick(request.name, contextKey)) {
      const { name } = request
      const room = this.#seats.get(contextKey)?.room.id
      const handled = 'no answer: it crossed a kick-out'
      return this.#desk.journal.record({
        direction: 'in',
        layer: 'liveroom',
        name,
        message,
        user: this.user,
        room,
        handled,
      })
    }
    const answer = () => this.#answer(request, { seq, contextKey, txid }, message)
    const opening = this.#service.tokens.open(tokenIn(message))
    if (opening) this.#desk.guard(() => opening.then(answer))
    else answer()
  }

  /**
   * The client shows a token: it is judged, and remembered when it is good.
   *
   * @returns for how many seconds it is good
   * @throws {Refusal} when it is not
   */
  showToken(token: string, roomId: string, client = this.#client): number {
    const { tokens, clients, configuration } = this.#service
    const bearer = { appId: this.#appId, userId: this.#user?.id ?? '', roomId }
    const { code, remaining, mistake = 'token refused' } = tokens.judge(token, bearer)
    if (code) throw new Refusal(code, mistake)
    const isTimed = configuration.tokenExpiryManagement && remaining > 0
    if (client) clients.noteToken(client, token, { roomId, ...(isTimed && { seconds: remaining }) })
    return remaining
  }

  /** The tunnel or its link is gone. The user stays in the room until it logs in again, as with the real service. */
  closed(): void {
    if (this.#client?.tunnel === this) this.#client.tunnel = undefined
    this.#seats.clear()
  }

  leave(seat: Seat): void {
    this.#seats.delete(seat.contextKey)
    if (!isHeld(seat)) return
    this.#client?.seats.delete(seat.room.id)
    seat.room.leave(seat.userId)
  }

  #answer(
    request: Named<typeof requests>,
    { seq, contextKey, txid }: { seq: number; contextKey: number; txid: bigint },
    message: MessageShape<Schema>,
  ): void {
    const { number: cmd } = request.answer
    const schema: Schema = request.answer.schema
    const finish = (code: number, text: string, init: object = {}) =>
      create(schema, { rspHead: { code, message: text }, ...init } as MessageInitShape<Schema>)
    const roomId = 'roomId' in message ? (message.roomId as string) : this.#seats.get(contextKey)?.room.id
    this.#desk.answer<MessageShape<Schema>, Seat>({
      layer: 'liveroom',
      name: request.name,
      message,
      user: this.user ?? ('idName' in message ? (message.idName as string) : undefined),
      room: roomId,
      answer: () => {
        const { in: seat, ...init } = this.#ownAnswer(request.name, message, contextKey)
        return { answer: finish(0, '', init), in: seat }
      },
      refusal: finish,
      send: (answer, { in: seat, judgedBy } = {}) => {
        const head = { cmd, seq, contextKey: seat?.contextKey ?? contextKey }
        this.#send(head, schema.name, answer, encode(schema, answer), judgedBy)
      },
      sendBroken: (part) =>
        part === 'body'
          ? this.#send({ cmd, seq, contextKey }, 'unreadable', {}, unreadable)
          : this.#send({ cmd: unknownCommand, seq, contextKey }, 'unknown', {}, new Uint8Array()),
      exception: (reason) => this.#tunnel.exception(reason, txid),
      close: (code) => this.#tunnel.closeLink(code),
    })
  }

  /** Whether the service has put the client out of the room it speaks of: what was under way then is for nobody. */
  #cameAfterKick(name: RequestName, contextKey: number): boolean {
    const seat = this.#seats.get(contextKey)
    if (!seat || ['LoginRoomReq', 'EnterRoomReq', 'LogoutRoomReq', 'QuitRoomReq'].includes(name)) return false
    return !this.#client?.isMissed && !isHeld(seat)
  }

  /** @throws {Refusal} */
  #ownAnswer(name: RequestName, message: unknown, contextKey: number): Answer {
    if (name === 'LoginRoomReq') return this.#logIn(message as MessageOf<'LoginRoomReq'>)
    if (name === 'EnterRoomReq') return this.#enterAnother(message as MessageOf<'EnterRoomReq'>)
    const seat = this.#seats.get(contextKey)
    // A client that leaves while it logs in again still speaks of the seat it had.
    if (!seat && (name === 'LogoutRoomReq' || name === 'QuitRoomReq')) return {}
    // As is one that is not let in again: of its streams, it still speaks in the room of before.
    if (!seat && this.#user && this.#seats.size === 0) throw new Refusal(logInAgain, 'not in a room')
    if (!seat) throw new ProtocolDefect('liveroom', `${name} came with unknown context key ${contextKey}`)
    if (!isHeld(seat) && name !== 'LogoutRoomReq' && name !== 'QuitRoomReq')
      throw new Refusal(logInAgain, 'not in the room any more')
    const answer = inRoom[name] as (message: unknown, origin: Origin) => Answer
    return answer(message, { client: this, seat, service: this.#service })
  }

  #logIn(login: MessageOf<'LoginRoomReq'>): Answer {
    const { clients } = this.#service
    const { idName, nickName, switchSessionId, reloginType } = login
    const known = clients.find(switchSessionId, idName)
    if (known?.isReplaced && reloginType === byItself)
      throw Refusal.byClients(loggedInElsewhere, 'logged in elsewhere meanwhile')
    this.#user = { id: idName, name: nickName || idName }
    this.#appId = login.appId
    const client = known ?? clients.create(idName)
    const answer = this.#enter(login.roomId, login.thirdToken, client)
    return { ...answer, switchSessionId: client.session, reloginToken: 'relogin' }
  }

  /** A further room of a client that is in one. */
  #enterAnother({ roomId, thirdToken }: MessageOf<'EnterRoomReq'>): Answer {
    const held = [...this.#seats.values()].map(({ room }) => room.id)
    demandFewRooms(held, roomId, this.#service.configuration.multiRoom)
    if (!this.#client)
      throw new ProtocolDefect('liveroom', `EnterRoomReq for ${roomId} came before any LoginRoomReq`)
    return this.#enter(roomId, thirdToken, this.#client)
  }

  #enter(roomId: string, token: string, client: Client): Answer {
    const { clients, configuration } = this.#service
    const remaining = this.showToken(token, roomId, client)
    const { id, name } = this.#user ?? { id: client.userId, name: client.userId }
    const room = this.#service.room(roomId)
    demandPlace(room, id, configuration.roomCapacity)
    const contextKey = (Math.max(0, ...this.#seats.keys()) || 100) + 1
    const push = pushThrough((cmd, pushName, message, body, judgedBy) =>
      this.#send({ cmd, seq: this.#nextSeq(), contextKey }, pushName, message, body, judgedBy),
    )
    const seat: Seat = { room, userId: id, contextKey, push }
    this.#seats.set(contextKey, seat)
    this.#client = client
    clients.letIn(client, this)
    client.path = this.#tunnel.path
    client.seats.set(roomId, seat)
    room.enter({ userId: id, userName: name, push, client, appId: this.#appId })
    return { ...admission(room, id, remaining, this.#service), in: seat }
  }

  #send(head: Head, name: string, message: unknown, body: Uint8Array, judgedBy?: Judge): void {
    const room = this.#seats.get(head.contextKey)?.room.id
    const { user } = this
    const entry = { direction: 'out', layer: 'liveroom', name, message, user, room, judgedBy } as const
    const isSent = this.#tunnel.send(encodePacket(head, body))
    this.#desk.journal.record({ ...entry, ...(!isSent && { lost: true }) })
  }

  #nextSeq(): number {
    this.#seq += 1
    return this.#seq
  }
}

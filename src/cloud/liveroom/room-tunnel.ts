import { create, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf'
import type { Tunnel, TunnelClient } from '../accesshub/tunnel.ts'
import { ProtocolDefect } from '../exchange/defect.ts'
import type { Desk } from '../exchange/desk.ts'
import { byNumber, type Named } from '../exchange/table.ts'
import { unreadable } from '../exchange/unreadable.ts'
import { decode, encode, type Schema } from '../proto/codec.ts'
import type { Answers, MessageOf, RequestName } from './answers.ts'
import { messages } from './chat.ts'
import { admission, presence, tokenRefusal } from './entering.ts'
import { roomsRefusal } from './limits.ts'
import { acknowledgements, requests } from './messages.ts'
import { decodePacket, encodePacket } from './packet.ts'
import { pushThrough } from './pushes.ts'
import type { Room } from './room.ts'
import type { Seat } from './seat.ts'
import { streams } from './streams.ts'

const inRoom: Answers<Exclude<RequestName, 'LoginRoomReq' | 'EnterRoomReq'>> = {
  ...presence,
  ...streams,
  ...messages,
}

const requestOf = byNumber(requests)
const acknowledgementOf = byNumber(acknowledgements)
const unknownCommand = 999_999

/** The room service's end of one tunnel: one engine of one page, in any number of rooms. */
export class RoomTunnel implements TunnelClient {
  readonly #tunnel: Tunnel
  readonly #desk: Desk
  readonly #rooms: (id: string) => Room
  readonly #seats = new Map<number, Seat>()
  #user: { id: string; name: string } | undefined
  #seq = 0

  constructor(tunnel: Tunnel, desk: Desk, rooms: (id: string) => Room) {
    this.#tunnel = tunnel
    this.#desk = desk
    this.#rooms = rooms
  }

  get user(): string | undefined {
    return this.#user?.id
  }

  /** @throws {ProtocolDefect} on anything that is not a known request or acknowledgement of this service */
  receive(payload: Uint8Array, txid: bigint): void {
    const { header, body } = decodePacket(payload)
    const { cmd, seq, contextKey } = header
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
    this.#answer(request, { seq, contextKey, txid }, message)
  }

  /** The tunnel or its link is gone. The user stays in the room until it logs in again, as with the real service. */
  closed(): void {
    this.#seats.clear()
  }

  leave(seat: Seat): void {
    this.#seats.delete(seat.contextKey)
    seat.room.leave(seat.userId)
  }

  #answer(
    request: Named<typeof requests>,
    { seq, contextKey, txid }: { seq: number; contextKey: number; txid: bigint },
    message: MessageShape<Schema>,
  ): void {
    const { number: cmd } = request.answer
    const schema: Schema = request.answer.schema
    const entered: { seat?: Seat } = {}
    const finish = (init: object) =>
      create(schema, { rspHead: { code: 0, message: '' }, ...init } as MessageInitShape<Schema>)
    const roomId = 'roomId' in message ? (message.roomId as string) : this.#seats.get(contextKey)?.room.id
    this.#desk.answer({
      layer: 'liveroom',
      name: request.name,
      message,
      user: this.user ?? ('idName' in message ? (message.idName as string) : undefined),
      room: roomId,
      answer: () => ({ answer: finish(this.#ownAnswer(request.name, message, contextKey, entered)) }),
      refusal: (code, text) => finish({ rspHead: { code, message: text } }),
      send: (answer) => {
        const key = entered.seat?.contextKey ?? contextKey
        this.#send(cmd, seq, key, answer.$typeName.split('.').at(-1) ?? '', answer, encode(schema, answer))
      },
      sendBroken: (part) =>
        part === 'body'
          ? this.#send(cmd, seq, contextKey, 'unreadable', {}, unreadable)
          : this.#send(unknownCommand, seq, contextKey, 'unknown', {}, new Uint8Array()),
      exception: (reason) => this.#tunnel.exception(reason, txid),
      close: (code) => this.#tunnel.closeLink(code),
    })
  }

  /** Whether the service has put the client out of the room it speaks of: what was under way then is for nobody. */
  #cameAfterKick(name: RequestName, contextKey: number): boolean {
    const seat = this.#seats.get(contextKey)
    if (!seat || ['LoginRoomReq', 'EnterRoomReq', 'LogoutRoomReq', 'QuitRoomReq'].includes(name)) return false
    return !seat.room.members.get(seat.userId)?.push
  }

  #ownAnswer(name: RequestName, message: unknown, contextKey: number, entered: { seat?: Seat }): object {
    if (name === 'LoginRoomReq') {
      const login = message as MessageOf<'LoginRoomReq'>
      this.#user = { id: login.idName, name: login.nickName || login.idName }
      return this.#enter(login.roomId, login.thirdToken, entered, {
        switchSessionId: 1n,
        reloginToken: 'relogin',
      })
    }
    if (name === 'EnterRoomReq') {
      const enter = message as MessageOf<'EnterRoomReq'>
      const held = [...this.#seats.values()].map(({ room }) => room.id)
      const code = roomsRefusal(held, enter.roomId)
      if (code) return { rspHead: { code, message: 'too many rooms' } }
      return this.#enter(enter.roomId, enter.thirdToken, entered, {})
    }
    const seat = this.#seats.get(contextKey)
    // A client that leaves while it logs in again still speaks of the seat it had.
    if (!seat && (name === 'LogoutRoomReq' || name === 'QuitRoomReq')) return {}
    if (!seat) throw new ProtocolDefect('liveroom', `${name} came with unknown context key ${contextKey}`)
    const answer = inRoom[name] as (message: unknown, origin: { client: RoomTunnel; seat: Seat }) => object
    return answer(message, { client: this, seat })
  }

  #enter(roomId: string, token: string, entered: { seat?: Seat }, extra: object): object {
    const code = tokenRefusal(token)
    if (code) return { rspHead: { code, message: 'token refused' } }
    if (!this.#user)
      throw new ProtocolDefect('liveroom', `EnterRoomReq for ${roomId} came before any LoginRoomReq`)
    const { id, name } = this.#user
    const room = this.#rooms(roomId)
    const contextKey = (Math.max(0, ...this.#seats.keys()) || 100) + 1
    const push = pushThrough(
      (cmd, pushName, message, body) => this.#send(cmd, this.#nextSeq(), contextKey, pushName, message, body),
      roomId,
    )
    entered.seat = { room, userId: id, contextKey, push }
    this.#seats.set(contextKey, entered.seat)
    room.enter({ userId: id, userName: name, push })
    return { ...admission(room, id, token), ...extra }
  }

  #send(
    cmd: number,
    seq: number,
    contextKey: number,
    name: string,
    message: unknown,
    body: Uint8Array,
  ): void {
    const room = this.#seats.get(contextKey)?.room.id
    this.#desk.journal.record({ direction: 'out', layer: 'liveroom', name, message, user: this.user, room })
    this.#tunnel.send(encodePacket({ cmd, seq, contextKey }, body))
  }

  #nextSeq(): number {
    this.#seq += 1
    return this.#seq
  }
}

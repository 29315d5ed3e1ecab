import { MediaTunnel } from '../../src/cloud/gateway/signaling/media-tunnel.ts'
import type { Client } from '../../src/cloud/liveroom/clients.ts'
import { type Member, Room } from '../../src/cloud/liveroom/room.ts'
import { met } from './met.ts'
import { running } from './plan.ts'

/** Fields that nobody was seen to miss, when each was left out in three scenarios that get it or in all; and why, by the SDK's code. */
const unheard: ReadonlySet<string> = new Set(
  [
    // It acknowledges these, and no more.
    'gateway ClientInfoPush clientIp',
    'gateway ClientInfoPush peerId',
    'gateway PlayEventPush event',
    // It goes by `errInfo`, and the time is read nowhere: none of 18 and of 5 scenarios missed them.
    'gateway CloseSessionPush reason',
    'gateway SessionResetPush dwTimeStamp',
    // Left out, it means all sessions, and whoever loses one loses all of them.
    'gateway SessionResetPush cResetType',
    // An event carries who said what and when, and its number.
    ...['msgCategory', 'msgType'].flatMap((field) => [
      `liveroom PushBigIm msgList[].${field}`,
      `liveroom PushIm msgList[].${field}`,
    ]),
    'liveroom PushIm retMsgId',
    'liveroom PushIm serverMsgId',
    'liveroom PushSignalCustom request_id',
    'liveroom PushTrans transChannel',
    'liveroom PushTrans transListSeq',
    'liveroom PushTrans transSeq',
    'liveroom PushUserInfoUpdated userActionList[].loginTime',
    'liveroom PushUserKickout idName',
    // Without it every message is handed on, and here they come in order.
    'liveroom PushTransparentMsg clientSeq',
    // Of a stream it tells the name, the person and the extra information.
    ...['createTime', 'streamNid', 'streamSid', 'streamVer'].flatMap((field) => [
      `liveroom StreamAdded streamInfoList[].${field}`,
      `liveroom StreamDeleted streamInfoList[].${field}`,
    ]),
  ].map((field) => `push ${field}`),
)

/** Whether it is the name of a mutant that leaves out a field of what the cloud says unasked, and that is judged. */
export const isOfPush = (name: string): boolean => name.startsWith('push ') && !unheard.has(name)

/** From here on what the cloud says unasked lacks the field whose mutant is on, as if it had never been filled in. */
export function switchPushes(): void {
  const { push, command } = MediaTunnel.prototype
  MediaTunnel.prototype.push = function (name, message, session) {
    push.call(this, name, without(`push gateway ${name}`, message) as never, session)
  }
  MediaTunnel.prototype.command = function (name, content, session) {
    command.call(this, name, without(`push gateway ${name}`, content), session)
  }
  const { enter } = Room.prototype
  Room.prototype.enter = function (member) {
    const { push, client } = member
    if (push) {
      const value = lacking(push)
      // A seat is held by whoever has the same function as the member.
      const seat = (client as Client | undefined)?.seats.get(this.id)
      for (const holder of [member, ...(seat ? [seat] : [])]) Object.defineProperty(holder, 'push', { value })
    }
    return enter.call(this, member)
  }
}

/** What a room tells one client unasked. */
function lacking(push: NonNullable<Member['push']>): NonNullable<Member['push']> {
  const said = (name: string) => `push liveroom ${name}`
  const all: typeof push = Object.assign(
    ((name, init, judgedBy) => push(name, without(said(name), init), judgedBy)) as typeof push,
    push,
  )
  all.barrage = (init) => push.barrage(without(said('PushBigIm'), init))
  all.custom = (command) => push.custom(without(said('PushSignalCustom'), command))
  return all
}

/** The same message, without the field whose mutant is on. */
function without<Value>(said: string, value: Value, path = ''): Value {
  if (Array.isArray(value)) {
    const name = `${said} ${path}[]`
    if (value.length > 0 && isOn(name)) return [] as Value
    return value.map((each) => (isRecord(each) ? without(said, each, `${path}[]`) : each)) as Value
  }
  if (!isRecord(value)) return value
  const copy: Record<string, unknown> = Object.assign(Object.create(Object.getPrototypeOf(value)), value)
  for (const [field, content] of Object.entries(value)) {
    if (field.startsWith('$')) continue
    const at = path ? `${path}.${field}` : field
    if (Array.isArray(content) || isRecord(content)) copy[field] = without(said, content, at)
    else if (isFilled(content) && isOn(`${said} ${at}`)) copy[field] = emptyOf(content)
  }
  return copy as Value
}

function isOn(name: string): boolean {
  met.add(name)
  return running.has(name)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array)

const isFilled = (value: unknown) => (value instanceof Uint8Array ? value.length > 0 : Boolean(value))

function emptyOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return new Uint8Array()
  return { string: '', number: 0, bigint: 0n, boolean: false }[typeof value as 'string']
}

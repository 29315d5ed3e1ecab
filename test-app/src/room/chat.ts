import type { Engine } from '../engine.ts'
import { attempt, type Failure } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { createStore, type Store } from '../store.ts'
import { createSenders, type MessageKind, type SendersNeeds } from './senders.ts'

export interface Message {
  readonly key: string
  readonly from: string
  readonly text: string
  readonly at: Date
  readonly mine: boolean
  readonly status: 'sending' | 'sent' | 'failed'
}

export interface Chat {
  readonly state: Store<readonly Message[]>
  send(text: string, kind?: MessageKind): Promise<void>
  /** The room is lost: whatever is still unanswered will not be answered any more. */
  giveUp(): void
  clear(): void
}

export interface ChatNeeds extends SendersNeeds {
  readonly engine: SendersNeeds['engine'] & Pick<Engine, 'on'>
  readonly problems: Problems
  readonly roomID: () => string
  readonly userID: () => string
  /** True while the SDK is getting back into the room. */
  readonly reconnecting: () => boolean
  /** Puts a message back where it can be changed. */
  readonly edit: (text: string) => void
}

export function createChat(needs: ChatNeeds): Chat {
  const { engine, problems, roomID, userID, reconnecting, edit } = needs
  const state = createStore<readonly Message[]>([])
  let count = 0

  const mark = (key: string, status: Message['status']) =>
    state.set(state.get().map((message) => (message.key === key ? { ...message, status } : message)))

  const by = createSenders(needs)

  async function send(text: string, kind: MessageKind = 'chat'): Promise<void> {
    const key = `mine-${++count}`
    const message = { key, from: userID(), text, at: new Date(), mine: true, status: 'sending' } as const
    state.set([...state.get(), message])
    const outcome = await attempt(() => by[kind](roomID(), text))
    mark(key, outcome.ok ? 'sent' : 'failed')
    if (outcome.ok) problems.clear('message')
    else report(key, { text, kind }, outcome.failure)
  }

  function report(key: string, { text, kind }: { text: string; kind: MessageKind }, failure: Failure): void {
    const withdraw = () => state.set(state.get().filter((message) => message.key !== key))
    const instead = (act: () => unknown) => () => {
      withdraw()
      problems.clear('message')
      return act()
    }
    problems.report({
      about: 'message',
      headline: 'Your message was not sent',
      failure,
      circumstances: { reconnecting: reconnecting() },
      recovery: { retry: instead(() => send(text, kind)), edit: instead(() => edit(text)) },
    })
  }

  /** What is for the moment has neither a number nor a time of the service's. */
  const show = (room: string, from: string, text: string) => {
    if (room !== roomID()) return
    const key = `theirs-${++count}`
    state.set([...state.get(), { key, from, text, at: new Date(), mine: false, status: 'sent' }])
  }

  engine.on('IMRecvBarrageMessage', (room, messages) => {
    for (const { fromUser, message } of messages) show(room, fromUser.userName || fromUser.userID, message)
  })
  engine.on('IMRecvCustomCommand', (room, { userID, userName }, text) => show(room, userName || userID, text))
  engine.on('recvRoomTransparentMessage', (room, { sendUser: { userID, userName }, content }) =>
    show(room, userName || userID, new TextDecoder().decode(content)),
  )
  engine.on('IMRecvBroadcastMessage', (room, messages) => {
    if (room !== roomID()) return
    const news = messages.map(({ fromUser, message, sendTime, messageID }) => ({
      key: `${messageID}`,
      from: fromUser.userName || fromUser.userID,
      text: message,
      at: new Date(sendTime),
      mine: false,
      status: 'sent' as const,
    }))
    state.set([...state.get(), ...news])
  })

  return {
    state,
    send,
    giveUp() {
      for (const { key, status } of state.get()) if (status === 'sending') mark(key, 'failed')
      problems.clear('message')
    },
    clear: () => state.set([]),
  }
}

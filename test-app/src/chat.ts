import type { Engine } from './engine.ts'
import { attempt, type Failure } from './failure.ts'
import type { Problems } from './problem.ts'
import { createStore, type Store } from './store.ts'

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
  send(text: string): Promise<void>
  /** The room is lost: whatever is still unanswered will not be answered any more. */
  giveUp(): void
  clear(): void
}

export interface ChatNeeds {
  readonly engine: Pick<Engine, 'on' | 'sendBroadcastMessage'>
  readonly problems: Problems
  readonly roomID: () => string
  readonly userID: () => string
  /** True while the SDK is getting back into the room. */
  readonly reconnecting: () => boolean
  /** Puts a message back where it can be changed. */
  readonly edit: (text: string) => void
}

export function createChat({ engine, problems, roomID, userID, reconnecting, edit }: ChatNeeds): Chat {
  const state = createStore<readonly Message[]>([])
  let count = 0

  const mark = (key: string, status: Message['status']) =>
    state.set(state.get().map((message) => (message.key === key ? { ...message, status } : message)))

  async function send(text: string): Promise<void> {
    const key = `mine-${++count}`
    const message = { key, from: userID(), text, at: new Date(), mine: true, status: 'sending' } as const
    state.set([...state.get(), message])
    const outcome = await attempt(() => engine.sendBroadcastMessage(roomID(), text))
    mark(key, outcome.ok ? 'sent' : 'failed')
    if (outcome.ok) problems.clear('message')
    else report(key, text, outcome.failure)
  }

  function report(key: string, text: string, failure: Failure): void {
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
      recovery: { retry: instead(() => send(text)), edit: instead(() => edit(text)) },
    })
  }

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

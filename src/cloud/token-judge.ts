import type { CloudConfiguration } from './accesshub/configuration.ts'
import type { Clock } from './clock.ts'
import { checkToken } from './token.ts'
import { openToken, type Privileges, type TokenContent } from './token-cipher.ts'

/**
 * Server codes by which the room service refuses a token. 50117 surfaces as 1102018; the SDK makes 1102016 of each of the
 * others, and nothing public says which of them is for what.
 */
export const refused = {
  malformed: 50_119,
  expired: 50_117,
  otherSecret: 50_118,
  otherApp: 50_120,
  otherUser: 50_121,
  notForThis: 50_122,
} as const

/** Who shows a token, and where. */
export interface Bearer {
  readonly appId: number
  readonly userId: string
  readonly roomId: string
}

/** What the service makes of a token. */
export interface Verdict {
  /** The server code of a refusal, or 0. */
  readonly code: number
  /** Seconds until it runs out, as `token_remain_time` counts them; 0 when nobody can tell. */
  readonly remaining: number
  /** What whoever made it got wrong, in a sentence. */
  readonly mistake?: string
}

/** The largest number that `token_remain_time` holds: a token whose expiry is in ms lasts beyond it. */
const largest = 2 ** 32 - 1
const year = 365.25 * 24 * 3_600_000

/** Judges the tokens of one cloud by its clock; with the app's server secret, by what is in them. */
export class TokenJudge {
  /** What whoever made the tokens got wrong, each sentence once. */
  readonly mistakes = new Set<string>()
  readonly #clock: Clock
  readonly #configuration: CloudConfiguration
  readonly #opened = new Map<string, TokenContent | undefined>()

  constructor(clock: Clock, configuration: CloudConfiguration) {
    this.#clock = clock
    this.#configuration = configuration
  }

  /** Decrypts a token, to be judged then. @returns nothing to wait for, where there is no secret */
  open(token: string): Promise<void> | undefined {
    const { serverSecret } = this.#configuration
    if (!serverSecret || this.#opened.has(token)) return undefined
    return openToken(token, serverSecret).then((content) => void this.#opened.set(token, content))
  }

  /** Judges a token. With a secret, it must have been opened before. */
  judge(token: string, bearer: Bearer): Verdict {
    const now = this.#clock.now()
    const check = checkToken(token, now)
    const { serverSecret, expiredTokens } = this.#configuration
    if (check.state === 'malformed') return this.#refuse('malformed', `is not a token: ${inShort(token)}`)
    if (check.state === 'opaque' && serverSecret)
      return this.#refuse('malformed', `does not begin with 04: ${inShort(token)}`)
    if (check.state === 'opaque' && token)
      this.mistakes.add(
        `The token does not begin with 04: ${inShort(token)}. It passes here, where the cloud has no serverSecret.`,
      )
    const content = this.#opened.get(token)
    const wrong = serverSecret ? whyNot(content, bearer) : undefined
    if (wrong) return this.#refuse(wrong.reason, wrong.text)
    if (!('expiresAt' in check)) return { code: 0, remaining: 0 }
    if (check.state === 'expired')
      return expiredTokens === 'allow' ? { code: 0, remaining: 0 } : { code: refused.expired, remaining: 0 }
    const remaining = Math.min(largest, Math.ceil((check.expiresAt - now) / 1_000))
    return { code: 0, remaining, ...this.#ageOf(check.expiresAt) }
  }

  /** Whether a token lets its bearer publish that stream. */
  mayPublish(token: string, streamId: string): boolean {
    const { privilege, stream_id_list: streams } = privilegesOf(this.#opened.get(token)) ?? {}
    if (privilege && privilege[2] !== 1) return false
    return !streams?.length || streams.includes(streamId)
  }

  #ageOf(expiresAt: number): { mistake?: string } {
    const years = Math.round((expiresAt - this.#clock.now()) / year)
    if (years < 1_000) return {}
    const mistake = `The token expires in ${years} years: its expiry is in ms, and the service counts s.`
    this.mistakes.add(mistake)
    return { mistake }
  }

  #refuse(reason: keyof typeof refused, why: string): Verdict {
    const mistake = `The token ${why}.`
    this.mistakes.add(mistake)
    return { code: refused[reason], remaining: 0, mistake }
  }
}

function whyNot(
  content: TokenContent | undefined,
  { appId, userId, roomId }: Bearer,
): { reason: keyof typeof refused; text: string } | undefined {
  if (!content) return { reason: 'otherSecret', text: 'was made with another server secret' }
  const { app_id: app, user_id: user } = content
  if (app !== appId) return { reason: 'otherApp', text: `is one of app ${app}, and app ${appId} shows it` }
  if (user !== userId)
    return { reason: 'otherUser', text: `is one of user ${user}, and user ${userId} shows it` }
  const { room_id: room, privilege } = privilegesOf(content) ?? {}
  if (room && room !== roomId) return { reason: 'notForThis', text: `is for room ${room}, not for ${roomId}` }
  if (privilege && privilege[1] !== 1) return { reason: 'notForThis', text: 'is not for logging in' }
  return undefined
}

function privilegesOf(content: TokenContent | undefined): Privileges | undefined {
  if (!content?.payload) return undefined
  try {
    return JSON.parse(content.payload) as Privileges
  } catch {
    return undefined // any text may stand there
  }
}

const inShort = (token: string) => (token.length > 16 ? `${token.slice(0, 16)}…` : token || 'it is empty')

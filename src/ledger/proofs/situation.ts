import type { Receipt } from '../../faults/kit/receipt.ts'
import type { Refused, RunRecord } from '../run/record.ts'

/**
 * Who decided that a code is due:
 * - `sdk`: the SDK itself, about an argument, a call, or an answer that it waits for in vain or cannot read
 * - `clients`: another real client, such as the same user on a second device
 * - `state`: a rule or the state of the cloud, which answers the same call otherwise in another state
 * - `network`, `device`, `page`: the connection, a device, the browser
 * - `push`: the cloud, which the test had say something unasked
 * - `number`: a number that the test put in the cloud's mouth
 */
export const judges = ['clients', 'state', 'sdk', 'network', 'device', 'page', 'push', 'number'] as const

export type SituationJudge = (typeof judges)[number]

/** Numbers from here on the SDK hands on as they are, whoever answers with them. */
const handedOn = 1_000_000

/** The codes that a receipt says were put in the cloud's mouth, to be handed on as they are; none for most receipts. */
export function forcedBy({ fault, evidence }: Receipt): readonly number[] {
  if (fault === 'signaling.force') return [evidence.code].flat() as number[]
  const told = /^code (\d+)$/.exec(String(evidence.reply))?.[1]
  return told && Number(told) >= handedOn ? [Number(told)] : []
}

/** Whether a test had the cloud say this very number, which tells nothing about when the SDK gives it. */
export function wasForced(code: number, { receipts }: Pick<RunRecord, 'receipts'>): boolean {
  return receipts.some((receipt) => forcedBy(receipt).includes(code))
}

/** Whether a receipt is of something that makes a situation: neither a preparation nor a forced code. */
export function makesSituation(receipt: Receipt): boolean {
  return !receipt.preparation && forcedBy(receipt).length === 0
}

/** What made the situation in which something was seen. */
export interface Situation {
  /** The receipts since the claim before, or the nearest ones before that. */
  readonly receipts: readonly Receipt[]
  readonly judge: SituationJudge
}

/**
 * The situation that a test was in at a time; undefined when nothing had made one by then.
 *
 * @param at ms of `Date.now()`
 * @param from when the claim before was settled: what was made since then is nearer
 */
export function situationAt(record: RunRecord, at: number, from = 0): Situation | undefined {
  const made = record.receipts.filter((receipt) => receipt.at <= at && makesSituation(receipt))
  const recent = made.filter((receipt) => receipt.at >= from)
  // Time only brings out what was made before it passed.
  const receipts = recent.some(isMore) ? recent : made.slice(Math.max(0, made.findLastIndex(isMore)))
  const refused = record.refused?.filter(
    (refusal) => refusal.at <= at && refusal.at >= (receipts[0]?.at ?? from),
  )
  if (!refused?.length && receipts.length === 0) return undefined
  return { receipts, judge: judgeOf(receipts, refused ?? []) }
}

const isMore = ({ fault }: Receipt): boolean => !fault.startsWith('time.')

/**
 * A refusal tells who judged a call that is only wrong. After a cut, a push or an unplugged device it may as well be a
 * consequence, such as that of a retry, which comes before the code in one run and after it in the next.
 */
function judgeOf(receipts: readonly Receipt[], refused: readonly Refused[]): SituationJudge {
  const told = receipts.findLast(({ evidence }) => judges.includes(evidence.judgedBy as SituationJudge))
  if (told) return told.evidence.judgedBy as SituationJudge
  const last = receipts.findLast(isMore) ?? receipts.at(-1)
  const fault = last ? judgeOfFault(last) : 'sdk'
  if (refused.some(({ by }) => by === 'clients')) return 'clients'
  return fault === 'sdk' ? (refused.at(-1)?.by ?? fault) : fault
}

function judgeOfFault({ fault, evidence }: Receipt): SituationJudge {
  const [kind = '', method = ''] = fault.split('.')
  if (kind === 'network' || kind === 'device') return kind
  if (kind === 'permission' || kind === 'screen' || kind === 'browser') return 'page'
  if (kind === 'http' || (kind === 'server' && method !== 'call'))
    return method === 'answer' ? 'number' : 'sdk'
  if (kind === 'signaling' || kind === 'media') {
    if ('reply' in evidence) return /^(code|with)/.test(String(evidence.reply)) ? 'number' : 'sdk'
    return 'push'
  }
  return 'sdk'
}

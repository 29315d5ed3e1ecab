import type { Answered, Awaitable, Exchange } from './exchange.ts'
import { Refusal } from './refusal.ts'

/** The cloud's own answer to a request, its refusal included; a promise only where the service needs time. */
export function ownAnswer<Answer extends object, Place>(
  exchange: Pick<Exchange<Answer, Place>, 'answer' | 'refusal'>,
): Awaitable<Answered<Answer, Place>> {
  const refuse = (error: unknown): Answered<Answer, Place> => {
    if (!(error instanceof Refusal)) throw error
    const { code, message, details, judgedBy } = error
    return { answer: exchange.refusal(code, message, details), judgedBy }
  }
  try {
    const answered = exchange.answer()
    return answered instanceof Promise ? answered.catch(refuse) : answered
  } catch (error) {
    return refuse(error)
  }
}

/** Goes on with a value: at once where it is there, so that services that need no time answer in order. */
export function whenThere<T, R>(value: Awaitable<T>, goOn: (value: T) => R): R | Promise<Awaited<R>> {
  return value instanceof Promise ? (value.then(goOn) as Promise<Awaited<R>>) : goOn(value)
}

import { expect, test } from 'vitest'
import { Desk } from './desk.ts'
import type { About, Answered, Awaitable } from './exchange.ts'
import { Handler } from './handler.ts'
import { Journal } from './journal.ts'
import { Refusal } from './refusal.ts'
import { reply } from './reply.ts'

interface Said {
  code: number
  text?: string
}

/** Asks a desk once; what it sent, and what it reported. */
function ask(answer: () => Awaitable<Answered<Said, string>>, handlers: readonly Handler[] = []) {
  const sent: [Said, About<string> | undefined][] = []
  const reported: unknown[] = []
  const desk = new Desk(new Journal(), (error) => reported.push(error))
  desk.handlers.push(...handlers)
  desk.answer<Said, string>({
    layer: 'mixer',
    name: 'Ask',
    message: {},
    answer,
    refusal: (code, text, details) => ({ code, text, ...details }),
    send: (said, about) => sent.push([said, about]),
    sendBroken: () => {},
    exception: () => {},
    close: () => {},
  })
  return { sent, reported }
}

function refuse(): never {
  throw new Refusal(157, 'not enabled', { listed: ['s1'] })
}

test('an answer is sent at once, with where it belongs', () => {
  const { sent } = ask(() => ({ answer: { code: 0 }, in: 'the new seat' }))
  expect(sent).toEqual([[{ code: 0 }, { in: 'the new seat' }]])
})

test('what an answer throws as a refusal becomes the answer', () => {
  const { sent, reported } = ask(refuse)
  expect(sent.map(([said]) => said)).toEqual([{ code: 157, text: 'not enabled', listed: ['s1'] }])
  expect(reported).toEqual([])
})

test('a refusal that comes later does as well', async () => {
  const { sent, reported } = ask(async () => refuse())
  await expect.poll(() => sent.length).toBe(1)
  expect(sent[0]?.[0]).toMatchObject({ code: 157 })
  expect(reported).toEqual([])
})

test('a refusal because of other clients says so beside the answer', () => {
  const { sent } = ask(() => {
    throw Refusal.byClients(50_013, 'logged in elsewhere')
  })
  expect(sent).toEqual([[{ code: 50_013, text: 'logged in elsewhere' }, { judgedBy: 'clients' }]])
})

test('a handler may change a refusal too', async () => {
  const changing = new Handler('mixer', 'Ask', () =>
    reply.with((said: Said) => {
      said.text = 'changed'
    }),
  )
  const { sent } = ask(refuse, [changing])
  await expect.poll(() => sent.map(([said]) => said)).toMatchObject([{ code: 157, text: 'changed' }])
})

test('whatever else is thrown is reported, and nothing is answered', () => {
  const { sent, reported } = ask(() => {
    throw new Error('a mistake of ours')
  })
  expect(sent).toEqual([])
  expect(reported).toMatchObject([{ message: 'a mistake of ours' }])
})

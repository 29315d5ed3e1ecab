import { create, type MessageShape } from '@bufbuild/protobuf'
import { expect, test } from 'vitest'
import { Desk } from '../exchange/desk.ts'
import { Handler } from '../exchange/handler.ts'
import { Journal } from '../exchange/journal.ts'
import { Refusal } from '../exchange/refusal.ts'
import { type BrokenPart, type Reply, reply } from '../exchange/reply.ts'
import { HTTPRequestSchema, type HTTPResponseSchema } from '../proto/gen/accesshub_pb.ts'
import type { JsonService } from './json-service.ts'
import { relayed } from './relay.ts'

type Response = MessageShape<typeof HTTPResponseSchema>

const songs: JsonService = {
  layer: 'music',
  roomIn: 'room_id',
  answer: (path, { song }) => {
    if (song === 'gone') throw new Refusal(10_002, 'no such song')
    return { code: 0, path, song }
  },
  refusal: (code, message) => ({ code, message }),
}

/** A link that was asked to relay one call. */
function ask(parameters: unknown, { serviceNo = 16, handlers = [] as Handler[], idName = 'host' } = {}) {
  const sent: Response[] = []
  const broken: BrokenPart[] = []
  const reported: unknown[] = []
  const journal = new Journal()
  const desk = new Desk(journal, (error) => reported.push(error))
  desk.handlers.push(...handlers)
  const body = new TextEncoder().encode(JSON.stringify(parameters))
  const request = create(HTTPRequestSchema, {
    txid: 7n,
    serviceNo,
    location: '/song',
    idName,
    body,
  })
  const carrier = {
    layer: 'accesshub',
    name: 'HTTPRequest',
    message: request,
    user: 'the first on this link',
    answer: () => ({ answer: request }),
    refusal: () => request,
    send: (answer: object) => sent.push(answer as Response),
    sendBroken: (part: BrokenPart) => broken.push(part),
    exception: () => {},
    close: () => {},
  } as const
  desk.guard(() => desk.answer(relayed(carrier, request, new Map([['service 16', songs]]), desk)))
  return { sent, broken, reported, journal }
}

const bodyOf = (response: Response | undefined) => JSON.parse(new TextDecoder().decode(response?.body))
const of = (layer: 'music' | 'accesshub', name: string, answer: Reply) =>
  new Handler(layer, name, () => answer)

test('a call goes to the service behind the link, and its answer comes back in one of the link', () => {
  const { sent, journal } = ask({ song: 'one', room_id: 'r1' })
  expect(sent).toMatchObject([{ txid: 7n, statusCode: 200 }])
  expect(bodyOf(sent[0])).toEqual({ code: 0, path: '/song', song: 'one' })
  expect(journal.named('/song')).toMatchObject([
    { direction: 'in', layer: 'music', user: 'host', room: 'r1', message: { song: 'one' } },
    { direction: 'out', layer: 'music', user: 'host', room: 'r1', message: { code: 0 } },
  ])
})

test('a call that says nobody is that of whose link it is', () => {
  const { journal } = ask({ song: 'one' }, { idName: '' })
  expect(journal.named('/song').map(({ user }) => user)).toEqual(Array(2).fill('the first on this link'))
})

test('what the service refuses is refused in its own words', () => {
  const { sent, reported } = ask({ song: 'gone' })
  expect(bodyOf(sent[0])).toEqual({ code: 10_002, message: 'no such song' })
  expect(reported).toEqual([])
})

test('a handler of the service answers in its place, and one of the link before that', async () => {
  const ofService = of('music', '/song', reply.code(10_003, 'told'))
  const { sent } = ask({ song: 'one' }, { handlers: [ofService] })
  await expect.poll(() => sent.length).toBe(1)
  expect(bodyOf(sent[0])).toEqual({ code: 10_003, message: 'told' })

  const ofLink = of('accesshub', 'HTTPRequest', reply.silence())
  const silent = ask({ song: 'one' }, { handlers: [ofService, ofLink] })
  await silent.journal.waitFor('call', ({ handled }) => handled === 'silence')
  expect(silent.sent).toEqual([])
  expect(silent.journal.named('/song')).toEqual([])
})

test('a handler of the link may change what carries the answer of the service, a refusal too', async () => {
  const unavailable = reply.with((answer: Response) => {
    answer.statusCode = 503
  })
  const { sent } = ask({ song: 'gone' }, { handlers: [of('accesshub', 'HTTPRequest', unavailable)] })
  await expect.poll(() => sent).toMatchObject([{ statusCode: 503 }])
  expect(bodyOf(sent[0])).toMatchObject({ code: 10_002 })
})

test('a body that cannot be read is carried as any other', async () => {
  const { sent } = ask({}, { handlers: [of('music', '/song', reply.broken('body'))] })
  await expect.poll(() => sent).toMatchObject([{ statusCode: 200 }])
  expect(() => bodyOf(sent[0])).toThrow()
})

test('an unknown command in place of the answer is sent by the link itself', async () => {
  const { sent, broken } = ask({}, { handlers: [of('music', '/song', reply.broken('command'))] })
  await expect.poll(() => broken).toEqual(['command'])
  expect(sent).toEqual([])
})

test.each([
  ['a service that there is not', {}, 99, /unknown service 99 \(known: service 16\)/],
  ['a body that is not an object', ['one'], 16, /call of \/song is not an object/],
])('%s is a defect, and is not answered', (_, parameters, serviceNo, message) => {
  const { sent, reported } = ask(parameters, { serviceNo })
  expect(sent).toEqual([])
  expect(reported).toMatchObject([{ name: 'ProtocolDefect', message: expect.stringMatching(message) }])
})

import { strToU8, zlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { Cloud } from '../cloud.ts'

/** A socket of the SDK for what it reports of itself. */
function connect(path: string) {
  const cloud = new Cloud()
  const answers: unknown[] = []
  const connection = cloud.accept({
    url: `wss://weblogger-wss.zego.im${path}`,
    send: (data) => answers.push(JSON.parse(String(data))) > 0,
    close() {},
  })
  if (!connection) throw new Error(`The cloud has no ${path}.`)
  return { cloud, answers, connection }
}

const report = (spans: unknown, message_id?: number) =>
  JSON.stringify({ message_id, s: JSON.stringify({ speed_detail: spans }) })

const login = { name: '/room/login', tags: { error: 0 }, start_time: 1, end_time: 3 }

test.each([
  ['as text', 0, (text: string) => text],
  ['compressed', 7, (text: string) => zlibSync(strToU8(text))],
])(
  'spans that come %s are confirmed by their number, %i, and each is in the journal',
  (_, messageId, written) => {
    const { cloud, answers, connection } = connect('/zglog/tlog')
    connection.receive(written(report([login, { tags: {} }, { name: '/room/logout' }], messageId)))
    expect(answers).toEqual([{ messageId, code: 0 }])
    expect(cloud.journal.entries).toMatchObject([
      { layer: 'telemetry', name: '/room/login', message: login },
      { layer: 'telemetry', name: '/room/logout', message: { tags: {} } },
    ])
    expect(cloud.journal.entries[1]?.message).toEqual({ name: '/room/logout', tags: {} })
    expect(cloud.defects).toEqual([])
  },
)

test.each([
  ['without a number', report([login]), /report without message_id/],
  ['that is none', '{', /report cannot be decoded/],
  ['of spans that are none', JSON.stringify({ message_id: 7, s: '{' }), /spans cannot be decoded/],
])('a report %s is a defect', (_, text, message) => {
  const { cloud, connection } = connect('/zglog/tlog')
  connection.receive(text)
  expect(cloud.defects).toMatchObject([{ layer: 'telemetry', message: expect.stringMatching(message) }])
})

test.each(['/zglog/ws', '/log', '/ws/report/stream'])(
  'what is logged at %s is taken, and no more',
  (path) => {
    const { cloud, answers, connection } = connect(path)
    connection.receive('a line of a log')
    expect([answers, cloud.defects]).toEqual([[], []])
  },
)

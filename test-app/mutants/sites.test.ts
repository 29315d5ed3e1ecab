import { expect, test } from 'vitest'
import { switchable } from './plugin.ts'
import { sitesIn } from './sites.ts'

const app = `
engine.on('tokenWillExpire', (room) => void renew(room))
function send(text) {
  problems.report({ about: 'message', recovery: { retry: () => send(text), edit } })
}
`

test('handlers, reports and listeners are found in the syntax', () => {
  expect(sitesIn(app, 'chat').map(({ name }) => name)).toEqual([
    'listener tokenWillExpire of chat',
    'report on message of chat',
    'handler retry of chat',
    'handler edit of chat',
  ])
})

test.each([
  ['none', 'reported retried edited heard'],
  ['handler retry of chat', 'reported edited heard'],
  ['handler edit of chat', 'reported retried heard'],
  ['listener tokenWillExpire of chat', 'reported retried edited'],
  ['report on message of chat', 'heard'],
])('%s turned off: %s', (off, expected) => {
  const done: string[] = []
  const code = `
    const edit = () => done.push('edited')
    const problems = { report({ recovery }) { done.push('reported'); recovery.retry(); recovery.edit() } }
    const report = () => { problems.report({ about: 'message', recovery: { retry: () => done.push('retried'), edit } }) }
    const engine = { on: (_, listener) => { report(); listener() } }
    engine.on('tokenWillExpire', () => done.push('heard'))`
  const mutable = switchable(code, sitesIn(code, 'chat'))
  new Function('zegoMutantOn', 'done', mutable)((name: string) => name === off, done)
  expect(done.join(' ')).toBe(expected)
})

import { expect, test } from 'vitest'
import type { LedgerScenario } from '../ledger.ts'
import { sampleLedger } from '../testing/sample-ledger.ts'
import { scenarioView } from './scenario-view.ts'

const files = { picture: () => Buffer.from('a picture'), source: (file: string) => file }
const ofApp = { where: 'app', passed: true } as const

function view(changes: Partial<LedgerScenario>): string {
  const [scenario] = sampleLedger().scenarios
  if (!scenario) throw new Error('The sample ledger has no scenario.')
  const measured = { ...scenario.measured, screenshot: 'reactions/001.jpg' }
  return scenarioView({ ...scenario, measured, ...changes }, 1006006, files).markup
}

test('a picture says which reaction it shows: the first that was demanded of the app', () => {
  const reactions = [
    { code: 1103041, ...ofApp, where: 'bare-page' as const, shown: 'No reply.' },
    { code: 1006006, ...ofApp, passed: false, shown: null },
    { code: 1106010, ...ofApp, shown: 'Your camera has stopped.' },
    { code: 1006006, ...ofApp, shown: 'Your camera was unplugged.' },
  ]
  const markup = view({ reactions })
  expect(markup).toContain('The app as it told of 1106010')
  expect(markup).not.toContain('when the test ended')
})

test('without one it is the end of the test', () => {
  expect(view({ reactions: [] })).toContain('The app when the test ended')
})

test('a row tells the reaction to its own code, whatever the app says in the end', () => {
  const reactions = [{ code: 1006006, ...ofApp, shown: 'Your camera was unplugged. [Try again]' }]
  const markup = view({ reactions, reaction: 'You have left.' })
  expect(markup).toContain('<blockquote>Your camera was unplugged. [Try again]</blockquote>')
})

test('a reaction that failed, or a claim of another code, is not what the page said of this one', () => {
  const reactions = [{ code: 1006006, ...ofApp, passed: false, shown: 'Something else.' }]
  const claim = { via: null, negated: false, passed: true, where: null, measured: { afterFaultMs: 1 } }
  const claims = [
    { ...claim, code: 1106010, shown: 'Your camera is loose.' },
    { ...claim, code: 1006006, shown: 'Unplugged.' },
  ]
  expect(view({ reactions, claims })).toContain('<blockquote>Unplugged.</blockquote>')
})

test('the row’s own code is told with its payload, others by name', () => {
  const surfaced = [
    { code: 1006006, via: 'event:deviceError', measured: { afterFaultMs: 10, payload: { mine: 1 } } },
    { code: 1106010, via: 'event:deviceError', measured: { afterFaultMs: 12, payload: { other: 1 } } },
  ] as const
  const markup = view({ surfaced })
  expect(markup.match(/#1006006|<b class="code">1006006/g)).toHaveLength(1)
  expect(markup).toContain('mine')
  expect(markup).not.toContain('other&')
  expect(markup).toContain('href="#1106010"')
})

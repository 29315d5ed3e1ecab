import { expect, test } from 'vitest'
import { assembleFaults } from '../fixtures/faults.ts'
import type { TestOptions, WorkerOptions } from '../fixtures/options.ts'
import { stages } from '../src/browser/stages.ts'
import { evidenceClasses } from '../src/codes/index.ts'
import { Injector } from '../src/faults/kit/injector.ts'
import { type Page, pageOf, pages } from './testing/page.ts'
import { named, rowsWith } from './testing/table.ts'

/** The tables of the documentation say what there is, all of it, and nothing else. */
const catalogue = pageOf('docs/faults.md')
const ownApp = pageOf('docs/testing-your-own-app.md')

const injector = new Injector({ injection: 'on', step: (_, body) => body(), onReceipt: () => {} })
const page = { context: () => ({}) }
const nowhere = { page, stage: {}, cloud: {}, doorOf: () => ({}), title: '', injection: 'on' }
const { for: _, ...faults } = assembleFaults(nowhere as never, injector).faults
const internal = ['constructor', 'goOn', 'restore']
const methods = Object.entries(faults).flatMap(([kind, methods]) =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(methods))
    .filter((method) => !internal.includes(method))
    .map((method) => `${kind}.${method}`),
)

/** Complete by its type: an option that is missing here does not compile. */
const options = Object.keys({
  allowedOrigins: true,
  zegoProxies: true,
  onUnhandledRequest: true,
  cloudConfiguration: true,
  reactionPictures: true,
  reactionTimeout: true,
  faultInjection: true,
  browserStage: true,
  playerPlugin: true,
} satisfies Record<keyof (TestOptions & WorkerOptions), true>)

const column = (name: string, page: Page) => rowsWith(name, page).flatMap((row) => named(row[name]))
const withoutArguments = (call: string) => call.replace(/\(.*/, '')

test('the catalogue has every fault there is', () => {
  const listed = [...column('fault', catalogue), ...column('method', catalogue)].map(withoutArguments)
  expect([...new Set(listed)].toSorted()).toEqual(methods.toSorted())
})

test('every fault of the catalogue is real, on the wire, patched, or sometimes one of them', () => {
  for (const row of rowsWith('means', catalogue))
    expect(row.means, row.fault).toMatch(/^(real|wire|patched)\b/)
})

test.each(['README.md', 'README.zh-CN.md'])('%s has every kind of fault', (file) => {
  expect(column('`faults.`', pageOf(file)).toSorted()).toEqual(Object.keys(faults).toSorted())
})

test.each(pages)('every fault that $file calls exists', ({ text }) => {
  const called = [...text.matchAll(/\bfaults\.(\w+\.\w+)/g)].map(([, name = '']) => name)
  expect(called.filter((name) => !methods.includes(name))).toEqual([])
})

test('every fixture option is explained', () => {
  expect(column('option', ownApp).toSorted()).toEqual(options.toSorted())
})

test('every stage is explained', () => {
  const explained = rowsWith('what can be made to happen on it', catalogue).flatMap((row) => named(row.stage))
  expect(explained.toSorted()).toEqual(Object.keys(stages).toSorted())
})

test.each(pages)('every stage that $file names exists', (page) => {
  const used = [...page.text.matchAll(/browserStage: '([\w-]+)'/g)].map(([, name = '']) => name)
  const inTables = page === catalogue ? column('stage', page) : []
  expect([...used, ...inTables].filter((name) => !(name in stages))).toEqual([])
})

test('every evidence class is explained', () => {
  const explained = column('evidence', pageOf('docs/reading-the-ledger.md'))
  expect(explained.toSorted()).toEqual(Object.keys(evidenceClasses).toSorted())
})

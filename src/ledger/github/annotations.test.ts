import { expect, test } from 'vitest'
import { sampleRan } from '../testing/sample-ledger.ts'
import { sampleRecord } from '../testing/sample-run.ts'
import { annotations } from './annotations.ts'

const unhandled = [
  { code: 1002055, via: 'event:roomStateUpdate', heard: false },
  { code: 1002055, via: 'event:roomStateChanged', heard: true },
] as const
const kicked = sampleRan('room/kicked', 'kicked', '@1002055', {
  record: sampleRecord(1002055, { unhandled }),
})
const place = { base: '/checkout/packages/app', workspace: '/checkout' }

test('a code that the app leaves unanswered is a warning at the test that met it', () => {
  const [warning, ...others] = annotations([kicked, kicked], place)
  expect(warning).toMatch(
    /^::warning file=packages\/app\/scenarios\/room\/kicked\.spec\.ts,line=3,title=1002055 is unanswered::.+%0Aevent:roomStateUpdate: nobody listens%0Aevent:roomStateChanged: the app got it$/,
  )
  expect(others).toEqual([])
})

test('what would end the command early is escaped', () => {
  const [warning] = annotations([{ ...kicked, file: 'a,b:100%.spec.ts' }], place)
  expect(warning).toContain('file=packages/app/a%2Cb%3A100%25.spec.ts,line=')
})

test('a run whose codes were all answered has none', () => {
  expect(annotations([sampleRan('a', 'a', '@1002055', { record: sampleRecord(1002055) })], place)).toEqual([])
})

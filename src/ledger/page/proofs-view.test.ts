import { expect, test } from 'vitest'
import { sampleLedger } from '../testing/sample-ledger.ts'
import { proofCountsView, proofsView } from './proofs-view.ts'

const { rows, counts } = sampleLedger()
const unplugged = rows.find(({ code }) => code === 1006006)
/** What an English reader reads. */
const text = (markup: string) =>
  markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\p{Script=Han}，：。]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')

test('the six proofs of a row are read one by one', () => {
  if (!unplugged) throw new Error('The sample ledger has no 1006006.')
  const said = text(proofsView(unplugged.proofs, [], null).markup)
  for (const words of [
    'Situation judged by a device',
    'Made Real: the browser is in that state',
    'Arrived 1006006 event:deviceError',
    'Reaction none',
    'Recovery none',
    'Control No controls run has met it',
  ])
    expect(said).toContain(words)
})

test('what a row lacks is said, and its excuse', () => {
  if (!unplugged) throw new Error('The sample ledger has no 1006006.')
  const said = text(proofsView(unplugged.proofs, ['a fault', 'a claim'], 'Needs an iPhone.').markup)
  expect(said).toContain('Missing: a fault; and a claim.')
  expect(said).toContain('Needs an iPhone.')
})

test('how many rows have each proof is read at a glance', () => {
  expect(text(proofCountsView(counts).markup)).toContain('Situation made 1 / 232')
})

test('one thing that is missing is said, and a way back that nobody promised is none that is missing', () => {
  if (!unplugged) throw new Error('The sample ledger has no 1006006.')
  const { proofs } = unplugged
  expect(text(proofsView(proofs, ['a fault'], null).markup)).toContain('Missing: a fault.')
  const unpromised = { ...proofs, recovery: { promised: false, seen: null } }
  expect(text(proofsView(unpromised, [], null).markup)).toContain('Recovery none promised')
  expect(text(proofsView(proofs, [], null).markup)).not.toContain('none promised')
})

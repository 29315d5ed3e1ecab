import { expect, test } from 'vitest'
import { sampleRecorded } from '../testing/sample-versions.ts'
import { driftTable } from '../versions/drift-table.ts'
import { inBuilds } from './in-builds.ts'

const table = driftTable(sampleRecorded)

test('builds that do the same stand together, those like the newest first', () => {
  expect(inBuilds(1000017, table)).toEqual([
    {
      situation: 'signaling cut and back',
      groups: [
        { builds: ['3.10.0'], vias: [], differs: false },
        { builds: ['2.26.2', '3.5.0'], vias: ['event:roomStateChanged'], differs: true },
      ],
    },
  ])
})

test('a code that no build differs in is one group', () => {
  expect(inBuilds(1006006, table)).toMatchObject([
    { groups: [{ builds: ['2.26.2', '3.5.0', '3.10.0'], differs: false }] },
  ])
})

test('a code that no situation is about has nothing to say', () => {
  expect(inBuilds(1009002, table)).toEqual([])
  expect(inBuilds(1000017, null)).toEqual([])
})

test('where the newest build did not run, none differs from it', () => {
  const without = { ...table, newest: '9.9.9' } as typeof table
  expect(inBuilds(1000017, without)[0]?.groups.map(({ differs }) => differs)).toEqual([false, false])
})

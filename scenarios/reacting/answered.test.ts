import { expect, test } from 'vitest'
import { demandAnswered } from './answered.ts'

const left = { code: 1002055, via: 'event:roomStateChanged', heard: true } as const

test('a code that was told and not shown fails, and is named', () => {
  expect(() => demandAnswered([left])).toThrow(/showed nothing:\n {2}1002055 via event:roomStateChanged$/)
  expect(() => demandAnswered([{ ...left, heard: false }])).toThrow(/which nobody heard/)
  expect(() => demandAnswered([])).not.toThrow()
})

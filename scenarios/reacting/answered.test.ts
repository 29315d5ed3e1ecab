import { expect, test } from 'vitest'
import { demandAnswered } from './answered.ts'

const left = { code: 1002055, via: 'event:roomStateChanged', heard: true } as const

test('a code that was told and not shown fails, and is named', () => {
  expect(() => demandAnswered([left], new Map())).toThrow(/showed nothing:\n {2}1002055 via event:room/)
  expect(() => demandAnswered([{ ...left, heard: false }], new Map())).toThrow(/which nobody heard/)
  expect(() => demandAnswered([], new Map())).not.toThrow()
})

test('silence needs a reason, and has to be true', () => {
  const silences = new Map([[1002055, 'the window is gone']])
  expect(() => demandAnswered([left], silences)).not.toThrow()
  expect(() => demandAnswered([], silences)).toThrow(/said to be silent on 1002055, and is not/)
})

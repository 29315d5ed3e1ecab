import { expect, test } from 'vitest'
import { snapshot } from './snapshot.ts'

test('keeps plain data as it is', () => {
  const plain = { code: 1002011, msg: 'room ID is empty', list: [1, 'two', null, true], inner: { deep: 1 } }
  expect(snapshot(plain)).toEqual(plain)
})

test('makes everything fit for JSON', () => {
  const cycle: Record<string, unknown> = { name: 'room-1' }
  cycle.self = cycle
  const values = [10n, Symbol('s'), Number.NaN, () => 1, new Uint8Array(3), new Map([['a', 1]]), cycle]
  expect(JSON.parse(JSON.stringify(snapshot(values)))).toEqual([
    ...['10n', 'Symbol(s)', 'NaN', '[function ]', '[Uint8Array 3 bytes]', { Map: [['a', 1]] }],
    { name: 'room-1', self: '[cycle]' },
  ])
})

test('keeps the code that an Error carries', () => {
  const error = Object.assign(new TypeError('no room'), { code: 1002011 })
  expect(snapshot(error)).toEqual({ name: 'TypeError', message: 'no room', code: 1002011 })
})

test('calls no getter, and survives objects that refuse to be read', () => {
  const trapped = Object.defineProperty({}, 'field', {
    enumerable: true,
    get: () => expect.fail('was called'),
  })
  const hostile = new Proxy({}, { ownKeys: () => expect.fail('no') })
  expect(snapshot(trapped)).toEqual({})
  expect(snapshot(hostile)).toBe('[unreadable]')
})

test('shows of an instance of a class only what is simple', () => {
  class Stream {
    id = 's1'
    inner = { secret: true }
  }
  expect(snapshot(new Stream())).toEqual({ id: 's1' })
})

test('cuts what is long', () => {
  expect(snapshot('x'.repeat(5000))).toHaveLength('… (5000)'.length + 300)
  expect(snapshot(Array.from({ length: 50 }, (_, index) => index))).toHaveLength(21)
})

test('the same twice is no cycle, and what is very wide is cut', () => {
  const shared = { a: 1 }
  expect(snapshot([shared, shared])).toEqual([shared, shared])
  const list = Array.from({ length: 20 }, () => Array.from({ length: 20 }, () => ({ b: 1 })))
  const text = JSON.stringify(snapshot([list, list]))
  expect(text).toContain('[…]')
  expect(text.length).toBeLessThan(5_000)
})

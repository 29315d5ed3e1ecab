import { expect, test } from 'vitest'
import { InputFaults } from './input.ts'
import { seedOf } from './kit/seed.ts'

const title = 'a message that is too long is refused'

test('the same title makes the same values, another title others', async () => {
  const [once, again, other] = [title, title, 'another test'].map((title) => new InputFaults(title))
  expect(once?.id()).toBe(again?.id())
  expect(await once?.illegalCharacter()).toMatchObject({ value: (await again?.illegalCharacter())?.value })
  expect(once?.id()).not.toBe(other?.id())
})

test('a title seeds with a number that never changes', () => {
  expect(seedOf('')).toBe(0x811c9dc5)
  expect(seedOf('a')).toBe(0xe40c292c)
})

test.each([0, 1, 2, 3, 64, 1024, 10_240])(
  'a text has exactly the length that was asked for: %d',
  (length) => {
    const input = new InputFaults(title)
    expect(Buffer.byteLength(input.text({ bytes: length }))).toBe(length)
    expect(input.text({ characters: length })).toHaveLength(length)
  },
)

test('a text that is too long is so by one, and the receipt says it', async () => {
  const { value, evidence } = await new InputFaults(title).tooLong({ bytes: 1024 })
  expect(Buffer.byteLength(value)).toBe(1025)
  expect(evidence).toMatchObject({ value, limit: { bytes: 1024 }, bytes: 1025 })
})

test('an id with an illegal character has one, inside', async () => {
  const { value, evidence } = await new InputFaults(title).illegalCharacter('#')
  expect(value).toMatch(/^[\w-]+#[\w-]+$/)
  expect(evidence).toMatchObject({ character: '#' })
})

test('what is not a text is not one', async () => {
  const { value } = await new InputFaults(title).notText()
  expect(value).not.toBeTypeOf('string')
})

test('any other argument is passed as it is', async () => {
  const { value, evidence } = await new InputFaults(title).argument(undefined, { insteadOf: 1 })
  expect(value).toBeUndefined()
  expect(evidence).toMatchObject({ insteadOf: 1 })
})

test('with injection off every value is legal and says so', async () => {
  const input = new InputFaults(title, 'off')
  const receipts = await Promise.all([
    input.tooLong({ bytes: 64 }),
    input.illegalCharacter(),
    input.empty(),
    input.notText(),
    input.unknownID('stream-1'),
    input.argument(null, { insteadOf: 'stream-1' }),
  ])
  for (const { value, evidence } of receipts) {
    expect(value).toBeTypeOf('string')
    expect(value.length).toBeGreaterThan(0)
    expect(Buffer.byteLength(value)).toBeLessThanOrEqual(64)
    expect(evidence).toMatchObject({ skipped: true })
  }
  expect(receipts[1].value).toMatch(/^[\w-]+$/)
  expect(receipts[4].value).toBe('stream-1')
})

test('a length that makes no sense is refused with what makes some', () => {
  expect(() => new InputFaults(title).text({ bytes: -1 })).toThrow(/whole number from 0 to 10000000, not -1/)
})

test('the receipt of a long argument can still be read', async () => {
  const { evidence } = await new InputFaults(title).argument('x'.repeat(201), { insteadOf: 1 })
  expect(evidence.value).toMatch(/^x{200}… \(201\)$/)
})

import { expect, expectTypeOf, test } from 'vitest'
import { type Code, codes, isDocumented, lookup, search, sections, UnknownCode } from './index.ts'

test('a documented code is looked up', () => {
  expect(lookup(1006006)).toMatchObject({
    code: 1006006,
    section: 'device',
    name: 'DEVICE_ERROR_TYPE_UNPLUGGED',
  })
})

test('the success code is a row like any other', () => {
  expect(lookup(0)).toMatchObject({ code: 0, section: 'general', reaction: 'none' })
})

test('only documented numbers are of the type Code', () => {
  expectTypeOf<1103065>().toExtend<Code>()
  expectTypeOf<1103067>().not.toExtend<Code>()
  expect(isDocumented(1103065)).toBe(true)
  expect(isDocumented(1103067)).toBe(false)
})

test('an unknown code names what looks like it and says what to do', () => {
  const miss = thrownBy(() => lookup(1103067))
  expect(miss).toBeInstanceOf(UnknownCode)
  expect(miss).toMatchObject({ code: 1103067, nearMisses: expect.arrayContaining([lookup(1103066)]) })
  expect(String(miss)).toContain('1103067 is not one of the 232 documented result codes')
  expect(String(miss)).toContain('1103066 No device meets the capture settings')
  expect(String(miss)).toContain('npx zego-faults codes')
})

test('a number that looks like nothing documented has no near misses', () => {
  expect(thrownBy(() => lookup(42424242))).toMatchObject({ nearMisses: [] })
})

test("a number of ZIM's is said to be one, and resembles nothing", () => {
  const miss = thrownBy(() => lookup(6000014))
  expect(miss).toMatchObject({ code: 6000014, message: expect.stringMatching(/^6000014 is one of ZIM/) })
})

test.each([6_000_000, 6_999_999])("%d is a number of ZIM's, up to the last", (code) => {
  expect(String(thrownBy(() => lookup(code)))).toContain(`${code} is one of ZIM`)
  expect(String(thrownBy(() => lookup(7_000_000)))).not.toContain('ZIM')
})

test('a search puts rows with the words in their title first', () => {
  expect(search('Camera loose')[0]?.code).toBe(1106008)
})

test('a search finds rows by Chinese words, by SDK name and by the beginning of a code', () => {
  expect(search('房间 已满').map((row) => row.code)).toEqual([1002034])
  expect(search('token_expired').map((row) => row.code)).toContain(1102018)
  expect(search('11060').map((row) => row.code)).toEqual([1106007, 1106008, 1106009, 1106010])
})

test('a whole code comes before those that begin with it, and a beginning before words', () => {
  expect(search('0')[0]?.code).toBe(0)
  expect(search('1006006')[0]?.code).toBe(1006006)
  expect(search('100001').map(({ code }) => code)).toEqual(expect.arrayContaining([100001, 1000017]))
  expect(search('100001')[0]?.code).toBe(100001)
  expect(search('06006')).toEqual([])
})

test('a word that stands in the title and is typed, too, comes before one that only stands in it', () => {
  const found = search('unplugged').map(({ code }) => code as number)
  expect(found.slice(0, 3)).toContain(1006006)
})

test('a search wants every word', () => {
  expect(search('camera xylophone')).toEqual([])
})

test('a search without words finds every row in order', () => {
  expect(search(' ')).toEqual(codes)
})

test('sections come in the order of the documentation and hold its number of rows', () => {
  expect(sections.map((section) => [section.id, section.rows.length])).toEqual([
    ['general', 12],
    ['debugging', 5],
    ['room', 40],
    ['publishing', 54],
    ['playing', 26],
    ['mixer', 27],
    ['device', 5],
    ['messaging', 7],
    ['copyrighted-music', 50],
    ['player-plugin', 6],
  ])
  expect(codes).toHaveLength(232)
})

function thrownBy(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return error
  }
}

import { expect, expectTypeOf, test } from 'vitest'
import { defineSection, type RowText } from './row.ts'

const row: RowText = {
  title: 'A device in use was unplugged',
  titleZh: '使用中的设备已断开',
  cause: 'The device left.',
  reaction: 'check-device',
  advice: 'Offer another one.',
  channels: ['event:deviceError'],
  evidence: 'untested',
}

test('rows get their number and section, in ascending order', () => {
  const section = defineSection('device', 'Devices', '设备', { 1106007: row, 1006006: row })
  expect(section.rows).toEqual([
    { ...row, code: 1006006, section: 'device' },
    { ...row, code: 1106007, section: 'device' },
  ])
  expectTypeOf(section.rows[0]).toExtend<{ code: 1006006 | 1106007; section: 'device' } | undefined>()
})

test('a number of another section does not compile', () => {
  type RowsOf<Code extends number> = Parameters<typeof defineSection<'device', Code>>[3]
  expectTypeOf<RowsOf<1006006>>().toEqualTypeOf<{ readonly 1006006: RowText }>()
  expectTypeOf<RowsOf<1002001>>().toEqualTypeOf<{ readonly 1002001: never }>()
})

test('a misspelled kind of channel, and a row without channels, do not compile', () => {
  expectTypeOf<['evnt:deviceError']>().not.toExtend<RowText['channels']>()
  expectTypeOf<[]>().not.toExtend<RowText['channels']>()
})

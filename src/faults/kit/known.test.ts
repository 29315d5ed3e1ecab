import { expect, test } from 'vitest'
import { demandKnown } from './known.ts'

class Kind {
  cut() {}
  heal() {}
}

test('a misspelt fault is named, with the one that is meant', () => {
  const kind = new Kind()
  expect(() => demandKnown('faults.network', kind, 'cutt')).toThrow('Did you mean faults.network.cut?')
  expect(() => demandKnown('faults.network', kind, 'explode')).toThrow('There is: cut, heal.')
  for (const known of ['cut', 'then', 'toJSON', '_apiName', Symbol.iterator])
    expect(() => demandKnown('faults.network', kind, known)).not.toThrow()
})

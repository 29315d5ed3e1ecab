import { expect, test } from 'vitest'
import { networkProfiles } from './network-profiles.ts'
import { profileOf, type WantedNetwork, waysOf } from './wanted-network.ts'

test('conditions are a profile of one phase, both ways', () => {
  expect(profileOf({ loss: 0.1 })).toEqual({ phases: [{ up: { loss: 0.1 }, down: { loss: 0.1 } }] })
})

test.each(Object.entries(networkProfiles))(
  'the profile %s is one that a network can have',
  (name, profile) => {
    expect(profileOf(name as WantedNetwork)).toBe(profile)
  },
)

test('there are profiles with phases', () => {
  const phased = Object.values(networkProfiles).filter(({ phases }) => phases.length > 1)
  expect(phased.length).toBeGreaterThanOrEqual(3)
})

test.each([
  ['4g', 'There is no network profile named 4g. There are: 3g, satellite'],
  [{}, 'network.shape needs a condition, such as { loss: 0.05 }'],
  [{ phases: [] }, 'A network profile has one phase at least.'],
  [{ phases: [{ up: { loss: 2 } }] }, 'loss is a share of lost packets, from 0 to 1, not 2'],
  [{ phases: [{ lasts: 'soon', up: { loss: 1 } }] }, '"soon" is not a duration'],
  [{ phases: [{ up: { loss: 1 } }, {}] }, 'Phase 1 of the network profile needs lasts'],
  [{ phases: [{ up: { loss: 1 } }], repeats: true }, 'Phase 1 of the network profile needs lasts'],
  [undefined, 'network.shape needs a condition'],
  [{ toString: 1 }, 'A network has no condition named toString'],
  [{ phases: 'lift' }, 'A network profile has one phase at least.'],
  [{ phases: [null] }, 'A phase of a network has no null. It has: name, lasts, up, down.'],
  [{ phases: [{ up: null }] }, 'A way of a network takes conditions, such as { loss: 0.05 }, not null.'],
  [{ phases: [{ up: { loss: 1 }, dwon: { loss: 1 } }] }, 'A phase of a network has no dwon.'],
  [
    { phases: [{ up: { loss: 1 } }], repeat: true },
    'A profile of a network has no repeat. It has: phases, repeats.',
  ],
])('%o is no network', (wanted, message) => {
  expect(() => profileOf(wanted as WantedNetwork)).toThrow(message)
})

test('a direction is up, down or both', () => {
  expect([waysOf('up'), waysOf('both')]).toEqual([['up'], ['up', 'down']])
  expect(() => waysOf('constructor' as 'up')).toThrow('not constructor')
  expect(() => waysOf('sideways' as 'up')).toThrow('A direction is one of up, down, both, not sideways')
})

import { expect, test } from 'vitest'
import { scriptedEngine } from '../scripted-engine.ts'
import { createPeople } from './people.ts'

test('who leaves takes nobody along, and who comes again stands there once', () => {
  const { engine, fire } = scriptedEngine({})
  const people = createPeople(engine, () => 'r1')
  const names = () => people.state.get().map(({ userName }) => userName)
  const bob = { userID: 'bob', userName: 'Bob B.' }
  const [carol, dave] = [{ userID: 'carol' }, { userID: 'dave' }]
  fire('roomUserUpdate', 'r1', 'ADD', [bob, carol])
  fire('roomUserUpdate', 'r1', 'ADD', [dave, bob])
  expect(names()).toEqual(['carol', 'dave', 'Bob B.'])
  fire('roomUserUpdate', 'r1', 'DELETE', [carol])
  expect(names()).toEqual(['dave', 'Bob B.'])
  fire('roomUserUpdate', 'elsewhere', 'DELETE', [dave])
  expect(names()).toEqual(['dave', 'Bob B.'])
  people.clear()
  expect(names()).toEqual([])
})

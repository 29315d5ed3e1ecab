import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Entrance } from './entrance.ts'

test('an entrance leads where it was led last, whoever before that is through, and to nowhere between', async () => {
  const entrance = await Entrance.open()
  onTestFinished(() => entrance.close())
  const visitors: string[] = []
  const takes = (name: string) =>
    entrance.leadTo((socket: Socket) => {
      visitors.push(name)
      socket.on('error', () => {}).destroy()
    })
  const visit = async () => {
    const socket = connect(Number(new URL(entrance.url).port), '127.0.0.1').on('error', () => {})
    await once(socket, 'close')
  }
  await visit()
  const endOfFirst = takes('first')
  await visit()
  const endOfSecond = takes('second')
  endOfFirst()
  await visit()
  endOfSecond()
  await visit()
  expect(visitors).toEqual(['first', 'second'])
})

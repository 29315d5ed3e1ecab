import { expect, test } from 'vitest'
import { Cloud } from '../../cloud/cloud.ts'
import { CdnFaults } from '../cdn.ts'
import { HttpFaults } from '../http.ts'
import { MediaFaults } from '../media.ts'
import { ServerFaults } from '../server.ts'
import { SignalingFaults } from '../signaling.ts'
import { refuseForAll } from './reach.ts'

const cloud = new Cloud()

test('what changes the service for everybody is refused for one person, and says what to use', async () => {
  const signaling = refuseForAll('signaling', new SignalingFaults(cloud))
  const media = refuseForAll('media', new MediaFaults(cloud))
  const http = refuseForAll('http', new HttpFaults(cloud))
  await expect(signaling.configure({ roomCapacity: 1 })).rejects.toThrow(/faults\.signaling\.configure/)
  await expect(media.unreadableAnswer()).rejects.toThrow(/faults\.media\.unreadableAnswer/)
  await expect(http.silence('*/log')).rejects.toThrow(/answers everybody/)
  expect(cloud.handlers).toEqual([])
})

test('everything else goes through', async () => {
  const signaling = refuseForAll('signaling', new SignalingFaults(cloud))
  await expect(signaling.kick()).rejects.toThrow(/needs one client of the cloud, but there is nobody/)
})

/** What can be for one person alone; whatever else there is, or will be, answers everybody. */
const ofOne = {
  signaling: [
    'pushNonsense',
    'kick',
    'loginElsewhere',
    'expireToken',
    'stopStreams',
    'closeConnection',
    'breakTunnels',
  ],
  media: ['forbid', 'duplicate', 'close', 'codecError'],
  cdn: [],
  http: [],
  server: [],
}

test.each([
  ['signaling', new SignalingFaults(cloud), ofOne.signaling],
  ['media', new MediaFaults(cloud), ofOne.media],
  ['cdn', new CdnFaults(cloud), ofOne.cdn],
  ['http', new HttpFaults(cloud), ofOne.http],
  ['server', new ServerFaults(cloud), ofOne.server],
] as const)('of %s only what is for one person is left', async (kind, faults, left) => {
  const forOne = refuseForAll(kind, faults as object) as Record<
    string,
    (...args: unknown[]) => Promise<unknown>
  >
  const methods = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(faults) as object))
  const names = methods.flatMap(([name, { value }]) => (typeof value === 'function' ? name : []))
  for (const name of names.filter((each) => !['constructor', 'restore', ...left].includes(each)))
    await expect(forOne[name]?.(), name).rejects.toThrow('answers everybody')
})

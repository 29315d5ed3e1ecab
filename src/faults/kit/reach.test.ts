import { expect, test } from 'vitest'
import { Cloud } from '../../cloud/cloud.ts'
import { HttpFaults } from '../http.ts'
import { MediaFaults } from '../media.ts'
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

import { expect, test } from 'vitest'
import type { CloudConfiguration } from './accesshub/configuration.ts'
import { Cloud } from './cloud.ts'
import { Mixer } from './mixer/mixer.ts'
import { Music } from './music/music.ts'
import { ScriptedClient } from './testing/scripted-client.ts'
import { makeToken } from './token.ts'

const cloudWith = (configuration: Partial<CloudConfiguration>) => new Cloud({ configuration })

function logIn(cloud: Cloud, idName: string, more: object = {}) {
  const client = new ScriptedClient(cloud)
  const answer = client.request('LoginRoomReq', { roomId: 'r1', idName, thirdToken: makeToken(), ...more })
  return { client, answer, code: answer?.rspHead?.code }
}

test('a full room lets nobody in, until somebody leaves', () => {
  const cloud = cloudWith({ roomCapacity: 2 })
  const first = logIn(cloud, 'first')
  logIn(cloud, 'second')
  expect(logIn(cloud, 'third').code).toBe(1105)
  first.client.request('LogoutRoomReq')
  expect(logIn(cloud, 'third').code).toBe(0)
})

test('a room may have a capacity of its own; who is in it already is not counted twice', () => {
  const cloud = new Cloud()
  cloud.room('r1').capacity = 1
  const { client, answer } = logIn(cloud, 'host')
  client.close()
  const again = { switchSessionId: answer?.switchSessionId, reloginType: 1 }
  expect(logIn(cloud, 'host', again).code).toBe(0)
  expect(logIn(cloud, 'guest').code).toBe(1105)
})

test('a client that was away for too long finds its room full when it comes back', () => {
  const cloud = cloudWith({ roomCapacity: 1 })
  const { client, answer } = logIn(cloud, 'host')
  client.close()
  cloud.clock.advance(101_000)
  expect(logIn(cloud, 'guest').code).toBe(0)
  const again = { switchSessionId: answer?.switchSessionId, reloginType: 1 }
  expect(logIn(cloud, 'host', again).code).toBe(1105)
})

test.each([
  [true, 0],
  [false, 1016],
])('a second room, with multiRoom %s', (multiRoom, code) => {
  const { client } = logIn(cloudWith({ multiRoom }), 'host')
  expect(client.request('EnterRoomReq', { roomId: 'r2' })?.rspHead?.code).toBe(code)
  expect(client.request('HbReq')?.rspHead?.code).toBe(0)
})

test.each<[string, Partial<CloudConfiguration>, number]>([
  ['any, by default', {}, 0],
  ['known', { appIds: [7] }, 0],
  ['unknown', { appIds: [8] }, 20_012],
  ['broken', { brokenAppIds: [7] }, 20_008],
])('an AppID that is %s', (_, configuration, code) => {
  const cloud = cloudWith(configuration)
  const client = new ScriptedClient(cloud)
  client.raw(client.frame('GetAppConfigRequest', { appid: 7 }))
  client.raw(client.frame('GetAppConfigRequest')) // as the SDK asks again: it says its AppID once
  expect(cloud.journal.named('GetAppConfigResponse').map(({ message }) => message)).toMatchObject([
    { code },
    { code },
  ])
})

test('an app without mixing, or without automatic mixing, is refused', () => {
  const none = new Mixer(() => true, { mixing: false, autoMixing: true })
  expect(() => none.demand('mixing')).toThrow(expect.objectContaining({ code: 157 }))
  expect(() => none.demand('autoMixing')).toThrow(expect.objectContaining({ code: 157 }))
  const manual = new Mixer(() => true, { mixing: true, autoMixing: false })
  expect(() => manual.demand('autoMixing')).toThrow(expect.objectContaining({ code: 1_003 }))
  expect(() => manual.demand('mixing')).not.toThrow()
})

test('only who started a mix may stop it', () => {
  const { mixer } = new Cloud()
  mixer.start({ id: 'theirs', startedBy: 'guest', inputs: [], outputs: [] })
  expect(() => mixer.stop('theirs', 'host')).toThrow(expect.objectContaining({ code: 160 }))
  mixer.stop('theirs', 'guest')
  expect(mixer.tasks.size).toBe(0)
})

test('the tokens of an order run out by the clock of the cloud', () => {
  const cloud = new Cloud()
  const { music } = cloud
  const token = music.issue({ song: music.song('song-1', 2), kind: 'song', by: 'host' })
  const reasons = { unknown: 'shareToken', expired: 'shareTokenExpired' } as const
  expect(music.order(token, reasons).by).toBe('host')
  expect(() => music.order('another', reasons)).toThrow(expect.objectContaining({ code: 10_005 }))
  cloud.clock.advance(3_599_000)
  expect(music.order(token, reasons).by).toBe('host')
  cloud.clock.advance(1_000)
  expect(() => music.order(token, reasons)).toThrow(expect.objectContaining({ code: 10_003 }))
})

test('an app without copyrighted music is refused', () => {
  const without = new Music({ now: Date.now }, () => false)
  expect(() => without.demandEnabled()).toThrow(expect.objectContaining({ code: 10_000 }))
  expect(() => new Music().demandEnabled()).not.toThrow()
})

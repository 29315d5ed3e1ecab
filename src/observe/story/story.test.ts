import { expect, test } from 'vitest'
import type { Receipt } from '../../faults/kit/receipt.ts'
import { fakeDocument } from '../testing/fake-document.ts'
import { shortJson } from './short-json.ts'
import { type Asked, story } from './story.ts'

const unplug: Receipt = { fault: 'device.unplug', means: 'real', at: 1_000, evidence: {} }

/** A fault, what the SDK said, and the story of a code that did not come. */
function told(engine: { readonly version?: string; readonly problem?: string } = {}) {
  const document = fakeDocument(engine)
  const { zego } = document
  zego.faults.push(unplug)
  const of = (code: number | undefined, asked: Partial<Asked> = {}) =>
    story(zego, {
      ...{ since: zego.since, timeout: 5_000, waited: 5_000, isTestOver: false, observation: undefined },
      ...(code !== undefined && { code }),
      ...asked,
    })
  return { ...document, of }
}

test('that a call was not made is said only of calls that would have been seen', () => {
  const { of, call, zego } = told()
  expect(of(1103064, { via: 'api:getCameras' })).not.toMatch(/did not call/)
  call(1, 'createStream', 'pending', { args: [] }, 900)
  expect(of(1103064, { via: 'api:createStream' })).not.toMatch(/not call/)
  expect(of(1103064, { via: 'api:loginRoom' })).toContain('The app did not call loginRoom')
  zego.faults.splice(0)
  const nothing = fakeDocument({ engine: false }).zego
  const asked = { code: 1103064, via: 'api:loginRoom', since: 0, timeout: 1, waited: 1 } as const
  expect(story(nothing, { ...asked, isTestOver: false, observation: undefined })).not.toMatch(/did not call/)
})

test('of several calls before the fault the last one is named', () => {
  const { of, call } = told()
  call(1, 'loginRoom', 'resolved', {}, 700)
  call(2, 'loginRoom', 'resolved', {}, 990)
  expect(of(1002034, { via: 'api:loginRoom' })).toContain('its last call ended before (-10 ms)')
})

test('a call that is open since before the fault is in what was seen, one that has ended is told by its end', () => {
  const { of, call } = told()
  call(1, 'loginRoom', 'pending', { args: ['room-1'] }, 900)
  call(2, 'useVideoDevice', 'pending', { args: [] }, 1_100)
  call(2, 'useVideoDevice', 'resolved', { args: [] }, 1_200)
  const text = of(1006006)
  expect(text).toMatch(/-100 ms {2}api {2}loginRoom is still pending/)
  expect(text).not.toContain('useVideoDevice is still pending')
  expect(text).toContain('useVideoDevice resolved')
})

test('a token of any form is cut short', () => {
  const { of, call } = told()
  call(1, 'loginRoom', 'pending', { args: ['room-1', 'made-by-another-back-end'] }, 1_100)
  expect(of(1002034)).toContain('made-b… (24)')
  expect(of(1002034)).not.toContain('another-back-end')
  expect(shortJson({ token: 'abcdefghijklmnop' })).not.toContain('abcdef')
  expect(shortJson('x'.repeat(300))).toHaveLength(120)
})

test('twenty lines without a code are enough, every line with one stands', () => {
  const { of, event } = told()
  for (let at = 0; at < 30; at++)
    event('roomUserUpdate', ['room-1', 'ADD', [{ userID: `user-${at}` }]], 1_100 + at)
  event('deviceError', [1106008, 'camera'], 1_300)
  const text = of(1006006)
  expect(text.match(/roomUserUpdate/g)).toHaveLength(20)
  expect(text).toContain('… and 10 more without a code, on event')
  expect(text).toContain('deviceError')
})

test('measurements that carry a code are a line of their own', () => {
  const { of, event } = told()
  event('playQualityUpdate', ['s1', { errorCode: 0 }], 1_100)
  event('playQualityUpdate', ['s1', { errorCode: 1104028 }], 1_200)
  expect(of(1006006).match(/playQualityUpdate {2}.*/g)).toHaveLength(2)
})

test('what came close: what an app can hear first, each once as it came first, five of a kind', () => {
  const { of, event, zego } = told()
  zego.telemetry([{ name: '/sdk/publish', tags: { error: 1103099 }, end_time: Date.now() }])
  event('roomStateChanged', ['room-1', 'KICKOUT', 1002055, ''], 900)
  for (const [index, code] of [1106007, 1106008, 1106009, 1106010, 1103061, 1103065].entries())
    event('deviceError', [code, 'camera'], 1_100 + index)
  event('deviceError', [1106007, 'camera'], 1_900)
  const misses = of(1006006).split('Nearest misses:')[1]?.split('\n\n')[0]?.trim().split('\n') ?? []
  expect(misses).toHaveLength(5)
  expect(misses[0]).toContain('event:deviceError carried 1106007 instead (+100 ms)')
  expect(misses.join()).not.toContain('1002055')
  const elsewhere = of(1103099, { via: undefined })
  expect(elsewhere).toContain('1103099 surfaced, but via telemetry:/sdk/publish')
})

test('what an app hears stands before what only the cloud and the console are told', () => {
  const { of, event, zego } = told()
  zego.telemetry([{ name: '/a', tags: { error: 1006006 }, end_time: Date.now() - 10 }])
  event('deviceError', [1006006, 'camera'], Date.now())
  expect(of(1006006, { via: 'api' })).toMatch(/via event:deviceError .*\n.*via telemetry:\/a/)
})

test('a code that an app heard, too, is not for developers only', () => {
  const { of, event, zego } = told()
  zego.telemetry([{ name: '/a', tags: { error: 1006006 }, end_time: Date.now() }])
  expect(of(1006006)).toContain('came only where no app hears it')
  event('deviceError', [1006006, 'camera'], 1_100)
  expect(of(1006006, { via: 'api' })).not.toContain('only where no app hears it')
})

test('of what an app sets about logs the last word counts', () => {
  const { of, call } = told()
  call(1, 'setLogConfig', 'returned', { args: [{ logLevel: 'info' }] }, 1_100)
  call(2, 'setLogConfig', 'returned', { args: [{ logLevel: 'disable' }] }, 1_200)
  expect(of(1103030, { via: 'console' })).toContain('setLogConfig({"logLevel":"disable"})')
})

test('only a device that nobody used is said to be unused, and only an answer that nobody asked for waits', () => {
  const { of, zego } = told()
  zego.faults.splice(0, 1, { ...unplug, evidence: { ended: ['camera'] } })
  zego.faults.push({ ...unplug, fault: 'signaling.answer', evidence: { request: 'LoginRoomReq', met: 1 } })
  expect(of(1006006)).not.toMatch(/No track ended|It only waits/)
})

test('a code takes its time until the last moment, in the time of the page', () => {
  const { of, zego } = told()
  const takes = 'It takes 15 to 30 s'
  const fault = (fault: string, at: number, evidence: Receipt['evidence'] = {}) =>
    zego.faults.splice(0, 9, { ...unplug, at: Date.now() - 20_000 }, { ...unplug, fault, at, evidence })
  fault('network.cut', Date.now() - 20_000)
  expect(of(1103028)).toContain(takes)
  fault('time.advance', Date.now(), { movedMs: 20_000, realMs: 15_000 })
  expect(of(1103028)).toContain(takes)
  fault('time.advance', Date.now(), { movedMs: 20_000, realMs: 100 })
  expect(of(1103028)).not.toContain('It takes')
  fault('time.advance', Date.now() - 60_000, { movedMs: 60_000, realMs: 1 })
  expect(of(1103028, { since: Date.now() - 5_000 })).toContain(takes)
  zego.faults.splice(0)
  expect(of(1103028, { since: 0 })).toContain(takes)
})

test('the version of the engine that the app made last counts, and time that passes is no cause', () => {
  const { of, zego, makeAnother } = told({ version: '3.5.0' })
  makeAnother('3.10.0')
  zego.faults.splice(0, 1, { ...unplug, fault: 'time.advance' })
  expect(of(1000017)).toContain('SDK 3.10.0 does not give it.')
  expect(of(1000017)).toContain('"signaling cut and back"')
  zego.faults.push(unplug)
  expect(of(1000017)).not.toContain('"signaling cut and back"')
})

test('a code of other SDKs is said to be given by none of this one', () => {
  expect(told().of(1101001)).toContain('The SDK gives no code instead.')
})

test('when the test ended first, that is said, with the time that was left', () => {
  const text = told().of(1006006, { isTestOver: true, waited: 1_234 })
  expect(text).toContain('1006006 did not surface within 1234 ms, when the test was over.')
  expect(text).toContain('The test had no time left')
})

test('what is wrong with an engine, or with what else is there, is told', () => {
  const { of, zego } = told()
  zego.notes = () => ['The app uses ZIM.']
  expect(of(1006006)).toContain('The app uses ZIM.')
  const { of: ofUnlike } = told({ problem: 'its methods cannot be recorded' })
  expect(ofUnlike(1006006)).toContain('Engine 1: its methods cannot be recorded.')
})

test('how the SDK differs from its documentation is told', () => {
  expect(told().of(1002053)).toMatch(/ {2}Drift {5}\S/)
})

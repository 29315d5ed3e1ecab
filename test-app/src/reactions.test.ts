import { expect, test } from 'vitest'
import { type Code, codes, type Reaction as Documented, reactions } from '../../src/codes/index.ts'
import { isDocumented, type Kind, type Code as KnownCode, reactionTo } from './reactions.ts'

const fallback = reactionTo(undefined)

test.each(codes.map(({ code, title }) => [code, title] as const))('%i (%s) has words of its own', (code) => {
  const { message } = reactionTo(code)
  expect(isDocumented(code)).toBe(true)
  expect(message).not.toBe(fallback.message)
  expect(message).toMatch(/^[A-Z].{8,200}[.?]$/)
  expect(message).not.toMatch(/[{}]|SDK|undefined/)
})

test('only 0 is no problem, and what is no problem needs no action', () => {
  const fine = codes.filter(({ code }) => reactionTo(code).kind === 'none').map(({ code }) => code)
  expect(fine).toEqual([0, 1103042])
  for (const code of fine) expect(reactionTo(code).actions).toEqual([])
})

test.each([undefined, 1, 1002086, 52001105])('%s is not documented: it goes to support', (code) => {
  expect(isDocumented(code)).toBe(false)
  expect(reactionTo(code)).toMatchObject({ kind: 'contact-support', actions: [{ run: 'copy-details' }] })
})

test('a code that the SDK is already working on asks for patience, not for a click', () => {
  const reaction = reactionTo(1103028, { retrying: true })
  expect(reaction).toMatchObject({ kind: 'wait', severity: 'info' })
  expect(reaction.message).toBe('Audio and video no longer reach the server. Trying again by itself…')
  // Nor is anybody advised to do by hand what is done already.
  expect(reactionTo(1104039).message).toMatch(/Try again when/)
  expect(reactionTo(1104039, { retrying: true }).message).toBe(
    'This stream is not there. Trying again by itself…',
  )
  for (const { code } of codes)
    expect(reactionTo(code, { retrying: true })).toMatchObject({
      kind: 'wait',
      actions: [],
      severity: 'info',
    })
})

test('the device is named where it is known', () => {
  expect(reactionTo(1006006, { device: 'camera' }).message).toMatch(
    /your camera was unplugged.*check .* camera/i,
  )
  expect(reactionTo(1006006).message).toContain('camera or microphone')
})

test('a device that died because the permission was taken back is not called broken', () => {
  const circumstances = { device: 'microphone', permission: 'denied' } as const
  expect(reactionTo(1106009, circumstances)).toMatchObject({
    kind: 'ask-permission',
    actions: [{ run: 'retry' }],
  })
  expect(reactionTo(1106009, { device: 'microphone' })).toMatchObject({ kind: 'check-device' })
})

test('a missing permission does not explain what has nothing to do with devices', () => {
  expect(reactionTo(1103028, { permission: 'denied' }).kind).toBe('check-network')
})

test('what says itself that a device is not allowed is said, and the system only where the browser allows it', () => {
  const camera = { device: 'camera' } as const
  const refused = reactionTo(1103064, camera)
  expect(reactionTo(1103064, { ...camera, permission: 'denied' })).toEqual(refused)
  expect(reactionTo(1103064, { ...camera, permission: 'granted' }).message).toMatch(/^Your computer/)
  const others = codes.map(({ code }) => code).filter((code) => code !== 1103064)
  for (const code of others) expect(reactionTo(code, { permission: 'granted' })).toEqual(reactionTo(code))
})

test.each([
  [1102018, 'renew'],
  [1002050, 'rejoin'],
  [1002031, 'retry'],
  [1009013, 'edit'],
  [1017019, 'order'],
  [1103027, 'copy-details'],
  [1103040, undefined],
])('%i offers to %s first', (code, run) => {
  expect(reactionTo(code).actions[0]?.run).toBe(run)
})

// Both directions: a word that only one of the vocabularies has does not compile.
const oneVocabulary = (kind: Kind, reaction: Documented): [Documented, Kind] => [kind, reaction]
const sameCodes = (known: KnownCode, documented: Code): [Code, KnownCode] => [known, documented]

test.each(codes.map(({ code, reaction }) => [code, reaction] as const))(
  '%i: the documented row and the app recommend to %s',
  (code, reaction) => {
    const { kind } = reactionTo(code)
    expect(oneVocabulary(kind, reaction)).toEqual([reaction, reaction])
    expect(sameCodes(code, code)).toEqual([code, code])
    expect(reactions).toHaveProperty(kind)
  },
)

/** Advices of the documentation of which one half is to contact ZEGO, whatever the other half is. */
const orContact = [
  ...[1002034, 1002050, 1002055, 1005001, 1005099, 1009013, 1102012, 1102013, 1103010, 1103022, 1103023],
  ...[1103025, 1103028, 1103030, 1103048, 1103051, 1103057, 1103060, 1103061, 1103074, 1104020, 1104028],
  ...[1104030, 1104031, 1106009, 1106010, 1017098],
]

test.each(orContact)('%i: whoever cannot help themselves is sent to support with the details', (code) => {
  const { message, actions } = reactionTo(code)
  expect(message).toMatch(/support|ask ZEGO/)
  expect(actions.map(({ run }) => run)).toContain('copy-details')
})

/** Where the SDK is known to differ from its documentation, people are told what is true. */
test.each([
  [1002007, /up to 64 characters/],
  [1002013, /up to 128 characters/],
  [1002016, /up to 4096 characters/],
  [1009015, /one a second/],
  [1102022, /not finished yet.*Wait a moment/],
  [1103081, /Chrome or Edge\.$/],
  [1017009, /did not accept your access/],
])('%i says what this SDK does', (code, words) => {
  expect(reactionTo(code).message).toMatch(words)
})

test('somebody in a room that is coming back need not join it', () => {
  for (const code of [1000002, 1002002]) {
    expect(reactionTo(code).actions[0]).toMatchObject({ run: 'rejoin' })
    expect(reactionTo(code, { reconnecting: true })).toMatchObject({
      kind: 'retry',
      actions: [{ run: 'retry' }],
    })
  }
  expect(reactionTo(1009013, { reconnecting: true })).toEqual(reactionTo(1009013))
})

test('every row that says what to do about it offers an action or names one', () => {
  for (const { code } of codes.filter(({ reaction }) => reaction !== 'none')) {
    const { message, actions } = reactionTo(code)
    expect([code, actions.length > 0 || /\. [A-Z]/.test(message)]).toEqual([code, true])
  }
})

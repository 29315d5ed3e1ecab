import { expect, test } from 'vitest'
import { codes } from '../../src/codes/index.ts'
import { isDocumented, reactionTo } from './reactions.ts'

const fallback = reactionTo(undefined)

test.each(codes.map(({ code, title }) => [code, title] as const))('%i (%s) has words of its own', (code) => {
  const { message } = reactionTo(code)
  expect(isDocumented(code)).toBe(true)
  expect(message).not.toBe(fallback.message)
  expect(message).toMatch(/^[A-Z].{8,160}[.?]$/)
  expect(message).not.toMatch(/[{}]|SDK|undefined/)
})

test('only 0 is no problem, and what is no problem needs no action', () => {
  const fine = codes.filter(({ code }) => reactionTo(code).kind === 'none').map(({ code }) => code)
  expect(fine).toEqual([0, 1103042])
  for (const code of fine) expect(reactionTo(code).action).toBeUndefined()
})

test.each([undefined, 1, 1002086, 52001105])('%s is not documented: it goes to support', (code) => {
  expect(isDocumented(code)).toBe(false)
  expect(reactionTo(code)).toMatchObject({ kind: 'contact-support', action: { run: 'copy-details' } })
})

test('a code that the SDK is already working on asks for patience, not for a click', () => {
  const reaction = reactionTo(1103028, { retrying: true })
  expect(reaction).toMatchObject({ kind: 'wait', severity: 'info' })
  expect(reaction.message).toContain('no longer reach the server')
  expect(reaction.action).toBeUndefined()
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
    action: { run: 'retry' },
  })
  expect(reactionTo(1106009, { device: 'microphone' })).toMatchObject({ kind: 'check-device' })
})

test('a missing permission does not explain what has nothing to do with devices', () => {
  expect(reactionTo(1103028, { permission: 'denied' }).kind).toBe('check-network')
})

test.each([
  [1102018, 'renew'],
  [1002050, 'rejoin'],
  [1002031, 'retry'],
  [1009013, 'edit'],
  [1103027, 'copy-details'],
  [1002055, undefined],
])('%i offers to %s', (code, run) => {
  expect(reactionTo(code).action?.run).toBe(run)
})

import { expect } from 'vitest'
import { attemptCapture } from './in-page/probe.ts'
import { PermissionFaults } from './permission.ts'
import { named } from './testing/named.ts'
import { capture, notices } from './testing/page.ts'
import { onStage } from './testing/target.ts'

const test = onStage('default')

test('deny before the app is opened refuses it, grant ends that', async ({ target }) => {
  const permission = named('permission', new PermissionFaults(target))
  const receipt = await permission.deny('microphone')
  expect(receipt).toMatchObject({
    fault: 'permission.deny',
    means: 'real',
    evidence: { states: { microphone: 'denied' } },
  })
  expect(receipt).not.toHaveProperty('preparation')

  await target.page.goto(target.baseURL)
  expect(await attemptCapture(target.page, { audio: true })).toMatchObject({ outcome: 'NotAllowedError' })
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'captured' })

  expect(await permission.grant('microphone')).toMatchObject({ preparation: true })
  expect(await attemptCapture(target.page, { audio: true })).toMatchObject({ outcome: 'captured' })
})

test('a page that is not secure has no permission to decide on', async ({ target }) => {
  const { page } = target
  await page.route('http://app.test/', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto('http://app.test/')
  const permission = new PermissionFaults(target)
  await expect(permission.deny('camera')).rejects.toThrow('http://app.test is not secure')
  await permission.restore()
})

test('ending one refusal leaves the others', async ({ target }) => {
  const permission = new PermissionFaults(target)
  const microphone = await permission.deny('microphone')
  const all = await permission.deny('all')
  await target.page.goto(target.baseURL)

  await all.undo()
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'captured' })
  expect(await attemptCapture(target.page, { audio: true })).toMatchObject({ outcome: 'NotAllowedError' })
  await microphone.undo()
  expect(await attemptCapture(target.page, { audio: true })).toMatchObject({ outcome: 'captured' })
})

test('what the system withholds is refused, though the user allows it', async ({ target }) => {
  const permission = new PermissionFaults(target)
  const withheld = await permission.denyBySystem('camera')
  expect(withheld).toMatchObject({
    means: 'patched',
    evidence: {
      attempts: { camera: { outcome: 'NotAllowedError', message: 'Permission denied by system' } },
    },
  })
  await target.page.goto(target.baseURL)
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'NotAllowedError' })
  expect(await attemptCapture(target.page, { audio: true })).toMatchObject({ outcome: 'captured' })
  await permission.restore()
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'captured' })
})

test('dismiss closes every prompt without an answer', async ({ target }) => {
  const receipt = await new PermissionFaults(target).dismiss('all')
  expect(receipt.evidence).toMatchObject({
    states: { camera: 'prompt', microphone: 'prompt' },
    attempt: { message: 'Permission dismissed' },
  })
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({
    message: 'Permission dismissed',
  })
})

test('revoke ends what is live, and restore lets the app capture again', async ({ target }) => {
  const permission = new PermissionFaults(target)
  await target.page.goto(target.baseURL)
  await capture(target.page, { video: true })
  const { evidence } = await permission.revoke('camera')
  expect(evidence).toMatchObject({ states: { camera: 'denied' }, ended: [target.stage.camera.path] })
  await notices(target.page, { ended: ['video'] })

  await permission.restore()
  expect(await attemptCapture(target.page, { video: true })).toMatchObject({ outcome: 'captured' })
})

test('revoke without a live track is not injected', async ({ target }) => {
  await target.page.goto(target.baseURL)
  await expect(named('permission', new PermissionFaults(target)).revoke('camera')).rejects.toThrow(
    /permission\.revoke was not injected/,
  )
})

test('an unknown kind is refused with the valid ones', async ({ target }) => {
  const permission = new PermissionFaults(target)
  await expect(permission.deny('mic' as 'microphone')).rejects.toThrow(
    /takes 'camera', 'microphone', 'all', not "mic"/,
  )
})

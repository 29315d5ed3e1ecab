import { readFileSync } from 'node:fs'
import type { Faults, Zego } from '../fixtures/index.ts'
import type { SurfacedByBuild } from '../src/ledger/versions/versions.ts'
import { viaOf } from '../src/observe/via.ts'
import type { App } from './app.ts'
import { statesAttachment, statesFile, surfacedAttachment, surfacedFile } from './surfaced.ts'
import { expect, makeToken, reply, test } from './test.ts'

interface Scene {
  readonly app: App
  readonly faults: Faults
  readonly zego: Zego
}

/** What is produced; what surfaces then is recorded per build in `surfaced.json`. */
const situations: Record<string, (scene: Scene) => Promise<unknown>> = {
  'kicked out by the back end': async ({ app, faults }) => {
    await app.join()
    await faults.signaling.kick('by-server')
  },
  'logged in elsewhere': async ({ app, faults }) => {
    await app.join()
    await faults.signaling.loginElsewhere()
  },
  'login refused, the room is full': async ({ app, faults }) => {
    await faults.signaling.answer('LoginRoomReq', reply.code(1105))
    await app.tryToJoin()
    await expect(app.status).toContainText('LOGIN_FAILED')
  },
  'token that cannot be read': async ({ app, faults }) => {
    const { value: token } = await faults.input.malformedToken(makeToken())
    await app.page.route('/token', (route) => route.fulfill({ json: { token } }))
    await app.tryToJoin()
    await expect(app.status).toContainText('LOGIN_FAILED')
  },
  'token expired': async ({ app, faults }) => {
    await app.join()
    await faults.signaling.expireToken()
  },
  'signaling cut and back': async ({ app, faults }) => {
    await faults.time.control()
    await app.join()
    await faults.network.cut('signaling')
    await faults.time.advance('2m')
    await faults.network.heal()
    await faults.time.advance('20s')
    await expect(app.status).toHaveText('RECONNECTED 0')
  },
  'camera unplugged': async ({ app, faults }) => {
    await app.goLive()
    await faults.device.unplug('camera')
  },
  'permission denied': async ({ app, faults }) => {
    await faults.permission.deny('camera')
    await app.tryToGoLive()
    await expect(app.alert).toContainText('createStream')
  },
  'permission revoked': async ({ app, faults }) => {
    await app.goLive()
    await faults.permission.revoke('camera')
  },
}

const recorded: SurfacedByBuild = JSON.parse(readFileSync(surfacedFile, 'utf8'))
const recordedStates: SurfacedByBuild = JSON.parse(readFileSync(statesFile, 'utf8'))

for (const [situation, produce] of Object.entries(situations)) {
  test(situation, { tag: '@no-code' }, async ({ app, faults, zego, sdk }, testInfo) => {
    await produce({ app, faults, zego })
    await zego.timeline.settled({ quiet: 1_500, timeout: 10_000, busy: () => false, stop: () => false })
    expect(zego.engines.map(({ version }) => version)).toEqual([sdk.version])
    const codes = visible(zego)
    await testInfo.attach(surfacedAttachment, {
      contentType: 'application/json',
      body: JSON.stringify(codes),
    })
    const states = statesWithoutCode(zego)
    await testInfo.attach(statesAttachment, {
      contentType: 'application/json',
      body: JSON.stringify(states),
    })
    if (testInfo.config.updateSnapshots === 'all') return
    expect(codes).toEqual(recorded[situation]?.[sdk.version])
    expect(states).toEqual(recordedStates[situation]?.[sdk.version] ?? [])
  })
}

/** The codes since the fault on channels that an app can listen to. */
function visible({ timeline, since }: Zego): string[] {
  const seen = timeline.since(since).filter(({ channel }) => channel === 'api' || channel === 'event')
  const codes = seen.flatMap((observation) =>
    observation.codes.filter(Boolean).map((code) => `${code} ${viaOf(observation)}`),
  )
  return [...new Set(codes)].toSorted()
}

/** Trouble that the room tells since the fault without a code, for which other builds have one. */
function statesWithoutCode({ timeline, since }: Zego): string[] {
  const told = timeline
    .since(since)
    .filter(({ name, codes }) => name === 'roomStateChanged' && !codes.some(Boolean))
  const states = told.map(({ payload }) => String((payload as unknown[])[1]))
  return [...new Set(states)].filter((state) =>
    /^(RECONNECTING|RECONNECT_FAILED|KICKOUT|LOGIN_FAILED)$/.test(state),
  )
}

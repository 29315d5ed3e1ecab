import { expect, makeToken, test } from '../test.ts'

const inHours = (ms: number) => Math.round(ms / 3_600_000)

// The service tells how long a token lasts, not until when, so that nobody needs to know what time it is: no code comes.
for (const [way, by, hours] of [
  ['ahead', '24h', 24],
  ['behind', '-24h', -24],
] as const)
  test(`the clock of a viewer’s computer is a day ${way}, and the class goes on`, {
    tag: '@no-code',
  }, async ({ app, cloud, faults, zego }) => {
    await faults.time.control()
    await faults.time.skew(by)
    app.nextToken = () => makeToken(40)
    const guest = await app.watch()
    expect(inHours((await app.page.evaluate(() => Date.now())) - cloud.clock.now())).toBe(hours)

    app.nextToken = () => makeToken(3_600)
    await faults.time.advance('30s')
    await expect.poll(() => cloud.journal.named('RenewTokenRsp').length).toBe(1)
    await faults.time.advance('30s')
    await expect(zego).not.toSurface(1102018)
    guest.say('on time?')
    await expect(app.page.getByText('on time?')).toBeVisible()
    await app.sees('guest')
  })

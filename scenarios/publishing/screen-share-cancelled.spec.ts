import { expect, test } from '../test.ts'

test.use({ stage: 'screen-rejected' })

// Documented as 1103042; this SDK calls every refusal of the picker 1103010.
const tag = '@1103042'

test('the user closes the screen picker', { tag }, async ({ app, faults, zego }) => {
  await app.join()
  await faults.screen.cancelled()
  await app.button('Share screen').click()
  await expect(zego).toSurface(1103010, { via: 'api:createStream' })
  expect(zego.surfaced(1103042)).toBeUndefined()
  await expect(app.alert).toContainText('Code 1103010')
})

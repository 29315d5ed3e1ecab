import { sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test.use({ browserStage: 'busy-microphone' })

test('another program holds the microphone', { tag: ['@1103065', '@1103061'] }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.device.busy('microphone')
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103065, { via: 'api:createStream' })
  await expect(zego).not.toSurface(1103061)
  await expect(app).toReact(1103065)

  await app.page.getByLabel('Microphone').selectOption('No microphone')
  await app.recover(sending('camera'))
})

import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('a permission that is withheld, where a mini program could not even ask', { tag: '@1101001' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.permission.deny('all')
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103064, { via: 'api:createStream' })
  await expect(zego).not.toSurface(1101001)
  await expect(app).toReact(1103064)

  await faults.permission.grant('all')
  await app.recover(live)
})

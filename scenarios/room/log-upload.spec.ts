import { expect, test } from '../test.ts'

test('the log service does not take the log', { tag: '@1102025' }, async ({ engine, faults, zego }) => {
  await engine.join()
  for (const answer of [{ status: 500 }, { json: { code: 7, message: 'no' } }]) {
    const outage = await faults.http.answer('*/log/userupload', answer)
    await engine.call('uploadLog')
    await expect(zego).toSurface(1102025, { via: 'api:uploadLog', since: outage })
  }
  await expect(engine).toReact(1102025)
})

test('the log is sent without a network', { tag: '@1102025' }, async ({ engine, faults, zego }) => {
  await engine.join()
  await faults.network.cut('all')
  await engine.call('uploadLog')
  await expect(zego).toSurface(1102025, { via: 'api:uploadLog' })
  await expect(engine).toReact(1102025)
})

test('the log is sent twice within a minute', { tag: '@1102025' }, async ({ engine, faults, zego }) => {
  await engine.join()
  expect(await engine.call('uploadLog')).toMatchObject({ value: { errorCode: 0 } })
  await faults.misuse.call('a second upload', () => engine.call('uploadLog'))
  await expect(zego).toSurface(1102025, { via: 'api:uploadLog' })
})

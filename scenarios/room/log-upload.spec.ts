import type { Page } from '@playwright/test'
import { expect, test } from '../test.ts'

const log = 'zego_rtc_logger_1234567890'

/** Lines of the SDK's log that are stored so far. It stores them some time after the page begins. */
function storedLines(page: Page): Promise<number> {
  return page.evaluate(async (name) => {
    const known = await indexedDB.databases()
    if (!known.some((database) => database.name === name)) return 0 // opening it would make it
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open(name))
    try {
      if (!database.objectStoreNames.contains('file_1')) return 0
      return await settled(database.transaction('file_1').objectStore('file_1').count())
    } finally {
      database.close()
    }
  }, log)
}

// One log a test: a second one within a minute is refused whatever the service says.
for (const { what, answer } of [
  { what: 'breaks down', answer: { status: 500 } },
  { what: 'refuses', answer: { json: { code: 7, message: 'no' } } },
])
  test(`the log service ${what}`, { tag: '@1102025' }, async ({ engine, faults, zego }) => {
    await engine.join()
    await expect.poll(() => storedLines(engine.page)).toBeGreaterThan(0)
    await faults.http.answer('*/log/userupload', answer)
    await engine.call('uploadLog')
    await expect(zego).toSurface(1102025, { via: 'api:uploadLog' })
    await expect(engine).toReact(1102025)
  })

test('the log is sent without a network', { tag: '@1102025' }, async ({ engine, faults, zego }) => {
  await engine.join()
  // Of a log without a line there is nothing to send, and that succeeds.
  await expect.poll(() => storedLines(engine.page)).toBeGreaterThan(0)
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

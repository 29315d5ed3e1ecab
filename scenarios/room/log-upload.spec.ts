import type { Page } from '@playwright/test'
import type { LiveRoom } from '../live-room.ts'
import type { End } from '../reacting/recovery.ts'
import { expect, test } from '../test.ts'

const log = 'zego_rtc_logger_1234567890'

/**
 * Waits until the SDK stores its log, some time after the engine is made. Until then there is nothing to send, and sending it
 * succeeds; whoever logs in before it stays without a log for good, as the SDK files lines under the user it knows by then.
 */
async function storing(page: Page): Promise<void> {
  await expect.poll(() => storedLines(page)).toBeGreaterThan(0)
}

/** Lines of the SDK's log that are stored so far. */
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

/** The log service has taken the log. */
const logSent = ({ page, zego }: LiveRoom): End => ({
  what: 'the log service has the log',
  isSo: async () => (await page.getByRole('status', { name: 'Log status' }).textContent()) === 'Sent',
  watch: () => {
    const since = Date.now()
    return () => zego.surfaced(0, 'api:uploadLog', since) !== undefined
  },
})

test('the log service breaks down', { tag: '@1102025' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await app.open()
  await storing(app.page)
  await app.join()
  const broken = await faults.http.answer('*/log/userupload', { status: 500 })
  await app.button('Send the log').click()
  await expect(zego).toSurface(1102025, { via: 'api:uploadLog' })
  await expect(app).toReact(1102025)

  // A second log within a minute is refused whatever the service says.
  await broken.undo()
  await faults.time.advance('61s')
  await app.recover(logSent)

  // What was not sent of one room is no matter outside of it; now it is too soon after the last one.
  await app.button('Send the log').click()
  await expect(app.alert).toContainText('The log was not sent')
  await app.button('Leave').click()
  await expect(app.alert).toBeEmpty()
})

test('the log service refuses', { tag: '@1102025' }, async ({ engine, faults, zego }) => {
  await engine.open()
  await storing(engine.page)
  await engine.logIn()
  await faults.http.answer('*/log/userupload', { json: { code: 7, message: 'no' } })
  await engine.call('uploadLog')
  await expect(zego).toSurface(1102025, { via: 'api:uploadLog' })
  await expect(engine).toReact(1102025)
})

test('the log is sent without a network', { tag: '@1102025' }, async ({ engine, faults, zego }) => {
  await engine.open()
  await storing(engine.page)
  await engine.logIn()
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

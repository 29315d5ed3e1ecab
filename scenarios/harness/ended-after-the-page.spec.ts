import type { Faults } from '../../src/faults/faults.ts'
import { expect, test } from '../test.ts'

const lasting = [
  ['a camera', ({ device }: Faults) => device.unplug('camera')],
  ['all microphones', ({ device }: Faults) => device.unplug('microphone')],
  ['one microphone', ({ device }: Faults) => device.unplug('microphone', { label: 'Fake Audio Input 1' })],
] as const

test.describe('a fault whose page is gone', { tag: '@no-code' }, () => {
  for (const [what, make] of lasting)
    test(`ends all the same: ${what}`, async ({ page, context, faults }) => {
      await page.goto('/bare.html')
      const reloaded = await make(faults)
      await page.reload()
      await reloaded.undo()
      const closed = await make(faults)
      expect(closed.evidence).toHaveProperty('listed')
      await page.close()
      await closed.undo()
      const other = await context.newPage()
      await other.goto('/bare.html')
      const kinds = await other.evaluate(async () =>
        (await navigator.mediaDevices.enumerateDevices()).map(({ kind }) => kind),
      )
      expect(kinds).toEqual(expect.arrayContaining(['videoinput', 'audioinput']))
    })

  test('does not leave the next page of its context offline', async ({ page, context, faults }) => {
    await page.goto('/bare.html')
    const offline = await faults.network.offline()
    expect(offline.evidence.onLine).toEqual([false])
    await page.close()
    await offline.undo()
    const other = await context.newPage()
    await other.goto('/bare.html')
    expect(await other.evaluate(() => navigator.onLine)).toBe(true)
  })

  test('cannot be made', async ({ page, faults }) => {
    await page.goto('/bare.html')
    await page.close()
    await expect(faults.permission.deny('camera')).rejects.toThrow(/The page is closed, so there is nothing/)
    await expect(faults.device.unplug('camera')).rejects.toThrow(/The page is closed/)
  })
})

import { afterEach, expect, test, vi } from 'vitest'
import { notePermissions, permissionOf } from './permission.ts'

afterEach(() => vi.unstubAllGlobals())

const browserSays = (state: PermissionState) =>
  vi.stubGlobal('navigator', { permissions: { query: async () => ({ state }) } })

test.each(['camera', 'microphone'] as const)(
  'a %s that was allowed once and has to be asked for again was taken back',
  async (kind) => {
    browserSays('granted')
    expect(await permissionOf(kind)).toBe('granted')
    await notePermissions()
    browserSays('prompt')
    expect(await permissionOf(kind)).toBe('denied')
  },
)

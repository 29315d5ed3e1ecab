import { expect as baseExpect } from '@playwright/test'
import { hurrying } from './hurrying.ts'
import { toEmit } from './to-emit.ts'
import { toHaveReceived } from './to-have-received.ts'
import { toSurface } from './to-surface.ts'

/** Playwright's `expect` that knows what the SDK surfaces and emits. */
export const expect = hurrying(baseExpect.extend({ toHaveReceived, toSurface, toEmit }))

import { expect as baseExpect } from '@playwright/test'
import { toEmit } from './to-emit.ts'
import { toSurface } from './to-surface.ts'

/** Playwright's `expect` that knows what the SDK surfaces and emits. */
export const expect = baseExpect.extend({ toSurface, toEmit })

import { expect as baseExpect } from '@playwright/test'
import { hurrying } from './hurrying.ts'
import { toCaptureNothing } from './to-capture-nothing.ts'
import { toEmit } from './to-emit.ts'
import { toHaveReceived } from './to-have-received.ts'
import { toSurface } from './to-surface.ts'
import { watched } from './unawaited.ts'

/** Playwright's `expect` that knows what the SDK surfaces and emits, what the cloud received, and what a page captures. */
export const expect = hurrying(
  baseExpect.extend({
    toCaptureNothing: watched(toCaptureNothing),
    toHaveReceived: watched(toHaveReceived),
    toSurface: watched(toSurface),
    toEmit: watched(toEmit),
  }),
)

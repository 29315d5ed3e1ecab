import type { TestInfo } from '@playwright/test'

/** Puts a measured value on a test, for the bench to collect. A name may come again, for a median. */
export function measured({ annotations }: TestInfo, name: string, value: number): void {
  annotations.push({ type: `measured ${name}`, description: String(value) })
}

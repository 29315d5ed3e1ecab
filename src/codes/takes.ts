/** How long a code takes to come after its cause, where that is longer than a test waits by default. */
export interface Takes {
  /** Seconds: the least and the most. */
  readonly seconds: readonly [from: number, to: number]
  /**
   * Whose time it is: of the SDK's own timers, which can be made to pass in a moment; or of ICE, a part of which is Chromium's
   * own, and nothing shortens that.
   */
  readonly clock: 'sdk' | 'ice'
  /** What it is counted from. */
  readonly after: string
  /** The newest build of the SDK that was seen to tell it at once, as older ones do; none where none is given. */
  readonly atOnceUntil?: string
}

/** Whether that build of the SDK, such as `3.12.0`, waits before it tells the code. */
export function waits({ atOnceUntil: last }: Takes, version: string): boolean {
  return last === undefined || version.localeCompare(last, 'en', { numeric: true }) > 0
}

/** How long it takes, such as `8 s after the link is lost`. */
export function takesInWords({ seconds: [from, to], clock, after, atOnceUntil }: Takes): string {
  const span = from === to ? `${from} s` : `${from} to ${to} s`
  const exception = atOnceUntil ? ` (at once up to SDK ${atOnceUntil})` : ''
  return `${span} after ${after}${clock === 'ice' ? ", on ICE's own clock" : ''}${exception}`
}

/** How a test has the time for it. */
export function howToWait(code: number, { seconds: [, to], clock }: Takes): string {
  const control = 'faults.time.control() before the app is opened, then'
  if (clock === 'ice')
    return `{ timeout: ${(to + 5) * 1000} }; or ${control} faults.time.advanceUntil('3m', () => zego.surfaced(${code}) !== undefined)`
  if (to < 60) return `{ timeout: ${(to + 5) * 1000} }; or ${control} faults.time.advance('${to + 1}s')`
  return `${control} faults.time.jump('${to + 1}s')`
}

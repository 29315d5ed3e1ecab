import type { Expect } from '@playwright/test'

/** Ms that assertions wait once a control has missed a claim, or what stands for one; undefined before, and in every other run. */
let patience: number | undefined
let told: ((ms: number) => void) | undefined

/** A control has missed a claim: nothing else that the fault was to make will come, either. The shortest patience counts. */
export function hurry(ms: number): void {
  patience = Math.min(ms, patience ?? ms)
  told?.(patience)
}

/** Calls back when this test misses a claim, for what waits by another clock, such as clicks. */
export function whenHurried(tell: (ms: number) => void): void {
  told = tell
}

/** A new test begins, which has missed nothing. */
export function beginPatiently(): void {
  patience = undefined
  told = undefined
}

/** Waits for work to be done; once a control has missed a claim, not for work that takes its time without the fault. */
export async function unlessHurried<T>(work: Promise<T>, otherwise: T): Promise<T> {
  if (patience === undefined) return work
  let timer: ReturnType<typeof setTimeout> | undefined
  const waited = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), patience)
  })
  try {
    return await Promise.race([work, waited])
  } finally {
    clearTimeout(timer)
    work.catch(() => {}) // the page may be closed before it is done
  }
}

/** Makes an `expect` that waits as long as the project says, but in a control no longer than needed. */
export function hurrying<Matchers extends object>(patient: Expect<Matchers>): Expect<Matchers> {
  const now = (target: Expect<Matchers>) =>
    patience === undefined ? target : target.configure({ timeout: patience })
  return new Proxy(patient, {
    apply: (target, self, args) => Reflect.apply(now(target), self, args),
    get: (target, property) => Reflect.get(now(target), property),
  })
}

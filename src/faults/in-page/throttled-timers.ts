/** How often timers fire in a tab in the background: whoever is due in between waits. As in Chromium. */
export const alignedToMs = 1000

/** As browsers have them; Node's types get in between. */
type Begin = (run: TimerHandler, ms?: number, ...args: unknown[]) => number
interface Timers {
  readonly setTimeout: Begin
  readonly setInterval: Begin
  readonly clearTimeout: (id?: number) => void
}

// These run in the page, alone.

/** Lets the page's timers fire on whole seconds only, those that repeat included; those that were set before go on as they were. */
export function throttleTimers(alignedTo: number): void {
  const key = Symbol.for('zego-fault-harness.timers')
  if (Reflect.has(window, key)) return
  const { setTimeout: later, setInterval: again, clearTimeout: cancel } = window as unknown as Timers
  const pending = new Map<number, { readonly arm: () => void; readonly cancel: () => void }>()
  let isSlow = true
  // Beyond what a browser ever gives.
  let latest = 2 ** 31
  const begin =
    (repeats: boolean): Begin =>
    (run, ms = 0, ...args) => {
      // Nobody passes a text any more; it is no matter of speed.
      if (typeof run !== 'function') return (repeats ? again : later).call(window, run, ms, ...args)
      latest += 1
      const id = latest
      const wait = Math.max(0, Number(ms) || 0)
      let due = performance.now() + wait
      let timer = 0
      const fire = () => {
        if (repeats) {
          due = performance.now() + wait
          arm()
        } else pending.delete(id)
        run.apply(window, args)
      }
      const arm = () => {
        cancel.call(window, timer)
        const now = performance.now()
        const at = isSlow ? Math.ceil(Math.max(due, now + 1) / alignedTo) * alignedTo : due
        timer = later.call(window, fire, at - now)
      }
      pending.set(id, { arm, cancel: () => cancel.call(window, timer) })
      arm()
      return id
    }
  const clear = (id?: number) => {
    pending.get(id ?? 0)?.cancel()
    if (!pending.delete(id ?? 0)) cancel.call(window, id)
  }
  Object.assign(window, {
    setTimeout: begin(false),
    setInterval: begin(true),
    clearTimeout: clear,
    clearInterval: clear,
  })
  Reflect.set(window, key, () => {
    isSlow = false
    Object.assign(window, { setTimeout: later, setInterval: again })
    for (const { arm } of pending.values()) arm() // what is due by now fires at once
    Reflect.deleteProperty(window, key)
  })
}

/** Timers fire when they are due again. */
export function freeTimers(): void {
  const free = Reflect.get(window, Symbol.for('zego-fault-harness.timers'))
  if (free) free()
}

/** Ms from one timer of the page to the next that it sets: the mean of two, for the first may be late. */
export async function msBetweenTimers(): Promise<number> {
  const turn = () => new Promise<number>((done) => setTimeout(() => done(performance.now()), 1))
  const first = await turn()
  await turn()
  return ((await turn()) - first) / 2
}

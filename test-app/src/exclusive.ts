/**
 * Lets one run of `task` happen at a time: a call during a run is that same run. So a double click cannot join twice,
 * and whoever needs the result waits for the one that is under way.
 */
export function exclusive<A extends unknown[], R>(
  task: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let running: Promise<R> | undefined
  return (...args) => {
    running ??= task(...args).finally(() => {
      running = undefined
    })
    return running
  }
}

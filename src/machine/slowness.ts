/** Where the runner leaves the pace for its workers, and where a user may set it. */
export const variable = 'ZEGO_PACE'

/** How many times slower than the reference this machine was found to be; 1 where nobody measured, as in a browser. */
export function slowness(environment: NodeJS.ProcessEnv = globalThis.process?.env ?? {}): number {
  const set = environment[variable]
  return set === undefined ? 1 : slownessIn(set)
}

/** @throws {TypeError} when the text is not a number above 0 */
export function slownessIn(text: string): number {
  const number = Number(text)
  if (Number.isFinite(number) && number > 0 && text.trim()) return number
  throw new TypeError(
    `${variable} is ${JSON.stringify(text)}. It says how many times slower this machine is than the reference, as in ${variable}=3. ` +
      'Leave it out, and it is measured.',
  )
}

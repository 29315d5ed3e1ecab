/** What a process of a test run is, by its command line; the first that fits. */
const kinds: readonly (readonly [kind: string, sign: RegExp])[] = [
  ['renderer', /--type=renderer/],
  ['gpu', /--type=gpu-process/],
  ['network service', /--type=utility.*network\.mojom/],
  ['audio, video, other services', /--type=(utility|zygote|broker)|chrome_crashpad/],
  ['browser', /--remote-debugging-(pipe|port)/],
  ['Playwright worker', /playwright.*(workerProcessEntry|workerMain|entry\/worker)/],
  ["sample app's server", /test-app\/serve|esbuild/],
  ['runner', /playwright.*\btest\b|loaderProcessEntry/],
]

/** Kind of a process. `command` is its command line, words parted by blanks. */
export function kindOf(command: string): string {
  return kinds.find(([, sign]) => sign.test(command))?.[0] ?? 'other'
}

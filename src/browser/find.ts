import { type Host, thisMachine } from './host.ts'

/** Where a Chromium came from. */
export type ChromiumSource = '$CHROMIUM_PATH' | 'Playwright' | 'system'

/** A Chromium that was seen running, and how to launch it with Playwright. */
export interface FoundChromium {
  readonly source: ChromiumSource
  /** Launch with this path; absent when `channel` is given. */
  readonly executablePath?: string
  /** Playwright's own full browser in new headless mode, not the headless shell, which cannot ask for permissions. */
  readonly channel?: 'chromium'
  /** What `--version` printed; `unknown` on Windows, where Chromium opens a window instead. */
  readonly version: string
}

/** A place that was looked at and why nothing was taken from it. */
export interface Rejected {
  readonly place: string
  readonly because: string
}

/** No Chromium that runs was found; `tried` says what was looked at. */
export class ChromiumNotFound extends Error {
  override name = 'ChromiumNotFound'
  /** Each place that was looked at, and why nothing was taken from it. */
  readonly tried: readonly Rejected[]

  constructor(tried: readonly Rejected[], advice: string) {
    const list = tried.map(({ place, because }) => `  - ${place}: ${because}`)
    super(['No usable full Chromium was found. Tried:', ...list, advice].join('\n'))
    this.tried = tried
  }
}

const systemPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
}

const advice =
  'Install one with `npx playwright install chromium` or your system (Debian: `apt-get install chromium`), ' +
  'or set CHROMIUM_PATH to the executable of a full Chromium or Chrome.'

/**
 * Finds a full Chromium that runs, without installing anything: `$CHROMIUM_PATH`, else Playwright's own, else the
 * system's. A file that exists but does not answer `--version` is passed over. Takes some 40 ms.
 *
 * @throws ChromiumNotFound when nothing runs, or when `$CHROMIUM_PATH` is set to something that does not: an explicit
 * choice is never replaced silently.
 */
export function findChromium(host: Host = thisMachine): FoundChromium {
  const chosen = host.env.CHROMIUM_PATH
  if (chosen) {
    const seen = inspect(chosen, host)
    if ('version' in seen) return { source: '$CHROMIUM_PATH', executablePath: chosen, version: seen.version }
    throw new ChromiumNotFound(
      [{ place: `$CHROMIUM_PATH (${chosen})`, because: seen.because }],
      'Correct CHROMIUM_PATH, or unset it to let the browser be found.',
    )
  }

  const tried: Rejected[] = []
  const bundled = inspect(host.playwrightChromium, host)
  if ('version' in bundled) return { source: 'Playwright', channel: 'chromium', version: bundled.version }
  tried.push({ place: `Playwright's Chromium (${host.playwrightChromium})`, because: bundled.because })

  for (const place of systemPlaces[host.platform] ?? []) {
    const seen = inspect(place, host)
    if ('version' in seen) return { source: 'system', executablePath: place, version: seen.version }
    tried.push({ place, because: seen.because })
  }
  throw new ChromiumNotFound(tried, advice)
}

/** One plain line that says which browser was taken. */
export function describeChromium({ source, executablePath, version }: FoundChromium): string {
  const place = executablePath ? ` (${executablePath})` : ''
  return `Browser: ${version}, from ${source === 'system' ? 'the system' : source}${place}`
}

function inspect(file: string, host: Host): { version: string } | { because: string } {
  if (!host.exists(file)) return { because: 'not there' }
  if (/headless[-_]shell/.test(file)) {
    return { because: 'a headless shell cannot ask for permissions nor share the screen' }
  }
  if (host.platform === 'win32') return { version: 'unknown' }
  const { ok, output } = host.run(file, ['--version'])
  const version = /^\S.*\b\d+(\.\d+){3}/m.exec(output)?.[0]
  if (ok && version) return { version }
  return { because: `does not run: ${output.split('\n')[0]?.slice(0, 200) || 'it said nothing'}` }
}

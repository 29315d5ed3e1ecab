import { ChromiumNotFound, type FoundChromium, findChromium, type Rejected } from './find.ts'
import { type Host, thisMachine } from './host.ts'
import { holdingInstallLock } from './install-lock.ts'

interface Step {
  readonly title: string
  /** Why this step is impossible here, or nothing. */
  impossible(host: Host): string | undefined
  install(host: Host): Promise<boolean>
}

const playwright = (host: Host, ...args: string[]) =>
  host.show(process.execPath, [host.playwrightCli, ...args])

const aptGet = (host: Host, ...args: string[]) => {
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
  const [file = 'env', ...rest] = host.isRoot ? command : ['sudo', '-n', ...command]
  return host.show(file, rest)
}

const noApt = (host: Host) => {
  if (host.platform !== 'linux' || !host.exists('/usr/bin/apt-get')) return 'this system has no apt-get'
  if (!host.isRoot && !host.run('sudo', ['-n', 'true']).ok) return 'needs root, or sudo without a password'
  return undefined
}

const steps: readonly Step[] = [
  {
    title: "Playwright's download",
    impossible: () => undefined,
    install: (host) => playwright(host, 'install', '--no-shell', 'chromium'),
  },
  {
    title: "the system libraries of Playwright's Chromium",
    impossible: (host) =>
      host.exists(host.playwrightChromium) ? noApt(host) : 'its Chromium was not downloaded',
    install: (host) => playwright(host, 'install-deps', 'chromium'),
  },
  {
    title: "Debian's package",
    impossible: noApt,
    install: async (host) =>
      (await aptGet(host, 'update')) &&
      (await aptGet(host, 'install', '--yes', '--no-install-recommends', 'chromium')),
  },
]

/**
 * Finds a full Chromium, and installs one when there is none: Playwright's download, else Debian's package. Safe to run
 * in several processes at once: one installs, the others wait and use its result. Set PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD
 * to forbid installing.
 *
 * @throws ChromiumNotFound with everything that was tried and what to do by hand.
 */
export async function ensureChromium(host: Host = thisMachine): Promise<FoundChromium> {
  const first = search(host)
  if ('version' in first) return first
  if (host.env.CHROMIUM_PATH || host.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD) throw first
  return holdingInstallLock(host.say, () => install(host))
}

async function install(host: Host): Promise<FoundChromium> {
  let last = search(host) // another process may have installed it while this one waited
  const tried: Rejected[] = []
  for (const { title, impossible, install } of steps) {
    if ('version' in last) return last
    const obstacle = impossible(host)
    if (!obstacle) host.say(`No Chromium yet: installing ${title} ...`)
    const because =
      obstacle ?? ((await install(host)) ? 'installed, but still nothing runs' : 'failed, see above')
    tried.push({ place: `install ${title}`, because })
    last = search(host)
  }
  if ('version' in last) return last
  throw new ChromiumNotFound(
    [...last.tried, ...tried],
    'Install Chromium or Chrome by hand, or set CHROMIUM_PATH to the executable of a full one.',
  )
}

function search(host: Host): FoundChromium | ChromiumNotFound {
  try {
    return findChromium(host)
  } catch (error) {
    if (error instanceof ChromiumNotFound) return error
    throw error
  }
}

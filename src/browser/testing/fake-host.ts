import type { Host, Ran } from '../host.ts'

/** A made-up machine for unit tests: which files exist, which of them run, and what installing changes. */
export interface FakeHost extends Host {
  /** Files that exist; the value is what they answer to `--version`, `undefined` when they do not run. */
  readonly files: Map<string, string | undefined>
  readonly said: string[]
  /** Command lines that were shown to the user, in order. */
  readonly shown: string[]
}

/** A Debian machine as root, without any browser, unless told otherwise. */
export function fakeHost(
  changes: Partial<Pick<Host, 'platform' | 'env' | 'isRoot'>> & {
    files?: Record<string, string | undefined>
    /** Decides how a shown command ends; may add files. Every command fails when absent. */
    onShow?: (commandLine: string, files: Map<string, string | undefined>) => boolean
    /** Whether `sudo -n true` works. */
    sudo?: boolean
  } = {},
): FakeHost {
  const files = new Map(Object.entries({ '/usr/bin/apt-get': undefined, ...changes.files }))
  const said: string[] = []
  const shown: string[] = []
  return {
    platform: changes.platform ?? 'linux',
    env: changes.env ?? {},
    isRoot: changes.isRoot ?? true,
    playwrightChromium: '/cache/chromium-1/chrome',
    playwrightCli: '/playwright/cli.js',
    files,
    said,
    shown,
    exists: (file) => files.has(file),
    run(file): Ran {
      if (file === 'sudo') return { ok: changes.sudo ?? false, output: '' }
      const version = files.get(file)
      return version ? { ok: true, output: version } : { ok: false, output: 'cannot open shared object file' }
    },
    async show(file, args) {
      const commandLine = [file.replace(process.execPath, 'node'), ...args].join(' ')
      shown.push(commandLine)
      return changes.onShow?.(commandLine, files) ?? false
    },
    say: (line) => said.push(line),
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageManager } from './package-manager.ts'

/** How a project's app is started, and where it is then. */
export interface DevServer {
  /** Nothing where `package.json` has no script that starts the app. */
  readonly command?: string
  readonly url: string
  /** Whether the address is only assumed: nothing in the project says it. */
  readonly isGuess: boolean
}

/** Ports that tools use when they are told none. */
const ports: readonly (readonly [tool: RegExp, port: number])[] = [
  [/\bvite preview\b/, 4173],
  [/\bvite\b/, 5173],
  [/\bng serve\b/, 4200],
  [/\bastro\b/, 4321],
  [/\bparcel\b/, 1234],
  [/\b(webpack(-dev-server| serve)|vue-cli-service)\b/, 8080],
  [/\b(next|nuxt|nuxi|react-scripts|remix|rsbuild)\b/, 3000],
]

/** What a project's scripts say of its dev server: `dev`, else `start`. */
export function devServerOf(
  folder: string,
  scripts: Readonly<Record<string, string>>,
  { name }: PackageManager,
): DevServer {
  const script = ['dev', 'start'].find((each) => scripts[each])
  const text = script ? (scripts[script] ?? '') : ''
  const port = portIn(text) ?? (/\bvite\b/.test(text) ? portOfVite(folder) : undefined) ?? usualPort(text)
  return {
    ...(script && { command: `${name} run ${script}` }),
    url: `http://localhost:${port ?? 3000}`,
    isGuess: port === undefined,
  }
}

function portIn(script: string): number | undefined {
  return number(/(?:--port|--serve|-p|\bPORT)[= ](\d+)/.exec(script))
}

function portOfVite(folder: string): number | undefined {
  const file = readdirSync(folder).find((name) => /^vite\.config\.[cm]?[jt]s$/.test(name))
  if (!file || !existsSync(join(folder, file))) return undefined // a link may lead nowhere
  return number(/\bport:\s*(\d+)/.exec(readFileSync(join(folder, file), 'utf8')))
}

const usualPort = (script: string) => ports.find(([tool]) => tool.test(script))?.[1]
const number = (found: RegExpExecArray | null) => (found ? Number(found[1]) : undefined)

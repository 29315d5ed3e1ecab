import { fileURLToPath } from 'node:url'
import { newest, sdks } from './sdks.ts'

/** Per situation and version: the codes that an app can see, each with the channel, such as `1002055 event:roomStateChanged`. */
export type Surfaced = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** What every build was seen to do. */
export const surfacedFile = fileURLToPath(new URL('surfaced.json', import.meta.url))

/** Name of the attachment with what one test saw. */
export const surfacedAttachment = 'surfaced'

/** Where builds differ from the newest, line by line. */
export function drift(surfaced: Surfaced): string[] {
  const lines = Object.entries(surfaced).flatMap(([situation, byVersion]) => {
    const now = byVersion[newest.version] ?? []
    const others = sdks.filter(({ version }) => byVersion[version] && !isEqual(byVersion[version], now))
    if (!others.length) return []
    const said = others.map(({ version }) => `    ${version}: ${inWords(byVersion[version] ?? [])}`)
    return [`  ${situation}`, ...said, `    ${newest.version}: ${inWords(now)}`]
  })
  return lines.length ? ['', 'Builds of the SDK that surface something else than the newest:', ...lines] : []
}

const isEqual = (some: readonly string[], others: readonly string[]) => some.join() === others.join()
const inWords = (codes: readonly string[]) => codes.join(', ') || 'nothing'

import type { BuildCell, LedgerVersions } from '../versions/ledger-versions.ts'
import type { Words } from './bilingual.ts'

const recorded: Words = {
  en: 'recorded in versions/surfaced.json, which npm run versions checks',
  zh: '取自 versions/surfaced.json 中的记录，npm run versions 会核对它',
}

/** Says which of the table was seen, and when, and which is only recorded. */
export function originOf(versions: LedgerVersions): Words {
  const { startedAt } = versions.measured
  if (startedAt === null || !has('run', versions))
    return { en: `Not seen by a run here, but ${recorded.en}.`, zh: `并非在此运行所见，而是${recorded.zh}。` }
  const time = `${startedAt.slice(0, 16).replace('T', ' ')} UTC`
  const seen = { en: `Seen by npm run versions on ${time}`, zh: `由 npm run versions 于 ${time} 所见` }
  if (!isMixed(versions)) return { en: `${seen.en}.`, zh: `${seen.zh}。` }
  return {
    en: `${seen.en}. Cells that say so it did not see: they are ${recorded.en}.`,
    zh: `${seen.zh}。注明“既有记录”的单元格不是该次运行所见，而是${recorded.zh}。`,
  }
}

/** Whether some cells are of a run, and others only recorded. */
export function isMixed(versions: LedgerVersions): boolean {
  return has('run', versions) && has('recorded', versions)
}

function has(source: BuildCell['source'], { situations }: LedgerVersions): boolean {
  return situations.some(({ cells }) => cells.some((cell) => cell.source === source))
}

import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { needs } from '../codes/index.ts'
import type { Ledger } from './ledger.ts'

/** Explains the errors of the fixtures; as sources and as the package that is built from them, it lies elsewhere. */
const explained = ['../../docs', '../../../docs']
  .map((folder) => fileURLToPath(new URL(`${folder}/troubleshooting.md`, import.meta.url)))
  .find(existsSync)

/** What the reporter prints at the end of a run, line by line. */
export function summary(ledger: Ledger, page: string): readonly string[] {
  const { run, counts, problems, scenarios } = ledger
  const { verdicts, rows } = counts
  const put = rows - verdicts['not-run'] - verdicts['needs-player']
  const parts = [
    `${verdicts.backed} backed`,
    `${verdicts.contradicted} contradicted`,
    `${verdicts.unproven} unproven${named(ledger)}`,
  ]
  const unfinished = scenarios.filter(({ outcome }) => outcome === 'interrupted' || outcome === 'not-run')
  return [
    '',
    ...problems.flatMap(({ message }, index) => [
      `Ledger problem ${index + 1} of ${problems.length}:`,
      indent(message),
    ]),
    ...(run.complete
      ? []
      : [`The run ended early: ${unfinished.length} of ${scenarios.length} scenarios did not end.`]),
    ...(counts.outcomes.flaky > 0 ? [flaky(counts.outcomes.flaky)] : []),
    ...(run.whole
      ? []
      : [
          `Some of the scenarios only: ${verdicts['not-run']} rows were not met, so nothing is said of them.`,
        ]),
    ...(counts.outcomes.failed > 0 && explained
      ? [`What the errors mean and what to do about them: ${relative(process.cwd(), explained)}`]
      : []),
    proofsLine(counts),
    ...(verdicts['needs-player'] > 0 ? [`${verdicts['needs-player']} more rows: ${needs.player}`] : []),
    `Ledger: ${put} of ${rows} rows tested: ${parts.join(', ')}. Open ${page}`,
  ]
}

/** The six proofs in one line. */
function proofsLine({ proofs }: Ledger['counts']): string {
  const { situation, judges, means, clock, channel, reaction, recovery, control } = proofs
  return (
    `Proofs: situation of ${situation} rows (${judges.number} judged by a number); ${means.real + means.wire} without a patch ` +
    `(${clock} on a clock of ours); channel of ${channel}; reaction of ${reaction.app} in an app, of ` +
    `${reaction['bare-page']} on a bare page; recovery of ${recovery.seen} (${recovery.kept} of the ${recovery.promised} whose advice promises it); control of ${control}.`
  )
}

/** Which rows are unproven, where these are few. */
function named({ rows }: Ledger): string {
  const codes = rows.flatMap(({ code, verdict }) => (verdict === 'unproven' ? code : []))
  return codes.length > 0 && codes.length <= 5 ? ` (${codes.join(', ')})` : ''
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}

function flaky(count: number): string {
  return `${count === 1 ? '1 scenario was' : `${count} scenarios were`} flaky, which proves nothing.`
}

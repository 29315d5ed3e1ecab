import { appendFileSync } from 'node:fs'
import type { Ledger } from '../ledger.ts'
import { type UnhandledCode, unhandledBy } from '../unhandled.ts'

/** Adds to the page that GitHub shows for a step of a workflow; elsewhere there is none, and nothing happens. */
export function addToStepSummary(lines: readonly string[], file = process.env.GITHUB_STEP_SUMMARY): void {
  if (file && lines.length > 0) appendFileSync(file, `${lines.join('\n')}\n\n`)
}

/** The numbers of a ledger, and why it fails the run where it does, in Markdown. */
export function ledgerInMarkdown({ run, counts, problems }: Ledger): readonly string[] {
  const { verdicts, rows, proofs } = counts
  const { situation, judges, means, channel, reaction, recovery, control } = proofs
  return [
    '### Ledger of the result codes',
    '',
    `${rows - verdicts['not-run'] - verdicts['needs-player']} of ${rows} rows were tested${run.complete ? '' : '; the run ended early'}.`,
    '',
    '| backed | contradicted | unproven |',
    '|-|-|-|',
    `| ${verdicts.backed} | ${verdicts.contradicted} | ${verdicts.unproven} |`,
    '',
    '| proof | rows |',
    '|-|-|',
    `| situation | ${situation}, of these ${judges.number} judged by a number |`,
    `| without a patch of the page | ${means.real + means.wire} |`,
    `| channel | ${channel} |`,
    `| reaction | ${reaction.app} in an app, ${reaction['bare-page']} on a bare page |`,
    `| recovery | ${recovery.seen}, of these ${recovery.kept} of the ${recovery.promised} whose advice promises it |`,
    `| red without the fault | ${control} |`,
    ...problems.flatMap(({ message }) => ['', `> **Problem**: ${plain(message).replaceAll('\n', '\n> ')}`]),
  ]
}

/** Codes after which an app showed nothing, in Markdown; nothing where there are none. */
export function unhandledInMarkdown(unhandled: readonly UnhandledCode[]): readonly string[] {
  if (unhandled.length === 0) return []
  return [
    `### Codes after which the app showed nothing in time: ${unhandled.length}`,
    '',
    '| code | what happened | told by | in |',
    '|-|-|-|-|',
    ...unhandled.map(({ code, title, told, tests }) => {
      const cells = [title, told.map(unhandledBy).join('\n'), tests.join('\n')].map(cell)
      return `| ${code} | ${cells.join(' | ')} |`
    }),
  ]
}

const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const cell = (text: string) =>
  plain(text)
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, '<br>')

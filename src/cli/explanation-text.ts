import { basename } from 'node:path'
import { type CodeRow, needs } from '../codes/index.ts'
import { limitText } from '../codes/limit-text.ts'
import { howToWait, takesInWords } from '../codes/takes.ts'
import { whyNever } from '../codes/why-never.ts'
import { verdicts } from '../ledger/verdict/verdict.ts'
import type { Explanation } from './explanation.ts'
import { proofsText } from './proofs-text.ts'
import { bold, type Terminal, wrap } from './terminal.ts'

type Field = readonly [label: string, ...paragraphs: (string | undefined)[]]

const labelWidth = 12

/** An explanation for people: a heading, then labelled paragraphs. */
export function explanationText(explanation: Explanation, terminal: Terminal): string {
  const { row, reaction, evidence } = explanation
  const fields: readonly Field[] = [
    ['Means', row.cause],
    ['Do', `${row.advice}`, `(${row.reaction}: ${reaction})`],
    ['Arrives', `Documented on ${row.channels.join(', ')}.`],
    ['Limits', ...(row.limits ?? []).map((limit) => limitText(limit, 'words'))],
    ['Evidence', `${row.evidence}: ${evidence}`],
    ['Differs', row.drift],
    ['Sought', row.sought],
    ['Last run', ...lastRunText(explanation)],
    ['Proofs', ...proofsText(explanation)],
    ['Unproven', row.unproven],
    ['Needs', row.needs && needs[row.needs].replace(/^Needs t/, 'T')],
    ['Made by', ...recipeText(explanation)],
    ['Takes', ...takesText(row)],
    ['Scenarios', ...scenariosText(explanation)],
  ]
  const heading = [
    bold(`${row.code}  ${row.title}`, terminal),
    [row.name, row.titleZh, `section ${row.section}`].filter(Boolean).join('  ·  '),
  ]
  return [...heading, '', ...fields.flatMap((field) => fieldLines(field, terminal))].join('\n')
}

function fieldLines([label, ...paragraphs]: Field, terminal: Terminal): readonly string[] {
  const lines = paragraphs
    .filter((text) => text !== undefined)
    .flatMap((text) => wrap(text, terminal.width - labelWidth))
  return lines.map((line, index) =>
    index === 0
      ? `${bold(label, terminal)}${' '.repeat(labelWidth - label.length)}${line}`
      : ' '.repeat(labelWidth) + line,
  )
}

function lastRunText({ lastRun, scenarios }: Explanation): readonly string[] {
  if (!lastRun) return scenarios.length === 0 ? [] : ['None here: run the scenario below and ask again.']
  const verdict = Object.entries(verdicts).find(([name]) => name === lastRun.verdict)?.[1] ?? ''
  const seen =
    lastRun.seen.length > 0 ? `The SDK surfaced it on ${lastRun.seen.join(', ')}.` : 'It did not surface.'
  const ran = lastRun.scenarios.length
  return [
    `${lastRun.at}: ${verdict} ${seen}`,
    ...(ran < scenarios.length
      ? [`Only ${ran} of the ${scenarios.length} scenarios below ran, so it may take more.`]
      : []),
    ...lastRun.scenarios.map(({ outcome, receipts, reaction, control }) => {
      const faults = receipts.map(({ fault, means }) => `${fault} (${means})`)
      return [
        `${outcome}, by ${faults.length > 0 ? faults.join(', ') : 'no fault'}`,
        ...(control === 'not-run' ? [] : [`without it: ${control}`]),
        ...(reaction ? [`the page said: ${reaction}`] : []),
      ].join('; ')
    }),
  ]
}

function recipeText({ row, recipes }: Explanation): readonly string[] {
  const never = whyNever(row)
  const calls = recipes.map((call) => `await ${call}`)
  if (!never && calls.length > 0) return calls
  const why = never
    ? `Nothing in this SDK: ${never}.`
    : 'No single call makes it: see what it means, and how this SDK differs.'
  const situation = calls.length > 0 ? ' The documented situation is made by:' : ''
  const force =
    row.code >= 1_000_000 ? [`To see how your app takes it: faults.signaling.force(${row.code}).`] : []
  return [why + situation, ...calls, ...force]
}

function takesText({ code, takes }: CodeRow): readonly string[] {
  if (!takes) return []
  return [`${takesInWords(takes)}.`, `In a test: ${howToWait(code, takes)}.`]
}

function scenariosText({ row, scenarios, lastRun }: Explanation): readonly string[] {
  const [first] = scenarios
  if (!first) return lastRun ? [lastRun.scenarios.map(({ id }) => id).join('; ')] : []
  return [
    ...scenarios.map(({ file, line, title }) => `${file}:${line}${title ? ` ${title}` : ''}`),
    `Run it: npx playwright test ${situation(first.file)} --grep @${row.code}`,
  ]
}

function situation(file: string): string {
  return basename(file).replace(/\.(spec|test)\.[cm]?[jt]sx?$/, '')
}

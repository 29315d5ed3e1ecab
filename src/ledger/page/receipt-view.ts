import type { LedgerScenario } from '../ledger.ts'
import { say } from './bilingual.ts'
import { type Html, html } from './html.ts'
import { duration } from './time.ts'
import { meansWords } from './vocabulary.ts'

/** One fault: its name, how it was made and when, and what was read back. */
export function receiptView({ fault, means, why, measured }: LedgerScenario['receipts'][number]): Html {
  return html`<li>
    <code class="fault">faults.${fault}</code>
    <span class="aside means ${means}">${say(meansWords[means])}</span>
    ${measured.afterFirstMs > 0 && html`<span class="aside">+${duration(measured.afterFirstMs)}</span>`}
    ${why && html`<p class="why">${why}</p>`}
    ${Object.keys(measured.evidence).length > 0 && evidenceView(measured.evidence)}
  </li>`
}

function evidenceView(evidence: Readonly<Record<string, unknown>>): Html {
  return html`<dl class="evidence">${Object.entries(evidence).map(
    ([name, value]) =>
      html`<div><dt>${name}</dt><dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd></div>`,
  )}</dl>`
}

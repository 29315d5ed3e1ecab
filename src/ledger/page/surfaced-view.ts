import { isDocumented } from '../../codes/index.ts'
import type { LedgerScenario } from '../ledger.ts'
import { say } from './bilingual.ts'
import { type Html, html } from './html.ts'
import { duration } from './time.ts'

type Surfaced = LedgerScenario['surfaced'][number]

/** What surfaced after the fault: the row's own code with its payload, others that came along by name. */
export function surfacedView({ surfaced }: LedgerScenario, code: number): Html {
  const others = [...new Set(surfaced.map((entry) => entry.code).filter((other) => other !== code))]
  if (surfaced.length === 0)
    return html`<p>${say({ en: 'Nothing with a result code, after the fault.', zh: '故障之后没有任何结果码。' })}</p>`
  return html`<ul class="surfaced">${surfaced.filter((entry) => entry.code === code).map(ownView)}</ul>
    ${others.length > 0 && html`<p class="aside">${say({ en: 'Along with it', zh: '同时出现' })}</p><ul class="others">${others.map((other) => otherView(other, surfaced))}</ul>`}`
}

/** The code on any page of this harness, as a link where the page has a row of it. */
export function codeLink(code: number): Html {
  return isDocumented(code)
    ? html`<a class="code" href="#${code}">${code}</a>`
    : html`<span class="code">${code}</span>`
}

function ownView({ code, via, measured: { afterFaultMs, payload } }: Surfaced): Html {
  return html`<li><b class="code">${code}</b> <code>${via}</code> ${later(afterFaultMs)}
    <pre tabindex="0">${compact(payload)}</pre></li>`
}

function otherView(code: number, surfaced: LedgerScenario['surfaced']): Html {
  const vias = surfaced.filter((entry) => entry.code === code).map(({ via }) => html` <code>${via}</code>`)
  return html`<li>${codeLink(code)}${vias}</li>`
}

function later(ms: number | null): Html | false {
  return ms !== null && html`<span class="aside">+${duration(ms)}</span>`
}

/** JSON on one line where it fits, else indented. */
function compact(payload: unknown): string {
  const line = JSON.stringify(payload) ?? ''
  return line.length <= 76 ? line : JSON.stringify(payload, null, 2)
}

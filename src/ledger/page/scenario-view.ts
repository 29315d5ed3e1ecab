import type { LedgerScenario } from '../ledger.ts'
import { say } from './bilingual.ts'
import { type Html, html } from './html.ts'
import { receiptView } from './receipt-view.ts'
import { surfacedView } from './surfaced-view.ts'
import { duration } from './time.ts'
import { controlWords, outcomeWords } from './vocabulary.ts'

/** Files that the page shows or points to. */
export interface Files {
  /** Content of a picture of the report, by the path in the ledger. */
  readonly picture: (path: string) => Buffer
  /** Link from the page to a file of the project. */
  readonly source: (file: string) => string
}

/** What one scenario did, for the row of one code. */
export function scenarioView(scenario: LedgerScenario, code: number, files: Files): Html {
  const { title, file, line, outcome, measured, receipts, runs } = scenario
  return html`<article class="scenario">
    <h4><span class="outcome ${outcome}">${say(outcomeWords[outcome])}</span> ${title}</h4>
    <p class="source"><a href="${files.source(file)}">${file}:${line}</a>
      <span>${duration(measured.durationMs)}</span>${runs > 1 && html` <span>× ${runs}</span>`}
      ${
        measured.trace &&
        html`<a href="${measured.trace}" download>${say({ en: 'Trace', zh: '跟踪记录' })}</a>
        <code>npx playwright show-trace ${measured.trace}</code>`
      }
    </p>
    ${measured.error && html`<pre class="error" tabindex="0">${measured.error}</pre>`}
    <h5>${say({ en: 'How the fault was made', zh: '故障如何制造' })}</h5>
    ${receipts.length > 0 ? html`<ol class="receipts">${receipts.map(receiptView)}</ol>` : html`<p>${say(noFault)}</p>`}
    <h5>${say({ en: 'What the SDK said', zh: 'SDK 给出了什么' })}</h5>
    ${surfacedView(scenario, code)}
    ${reactionView(scenario, code, files)}
    <p class="control ${scenario.control}"><b>${say({ en: 'Control', zh: '对照' })}</b> ${say(controlWords[scenario.control])}</p>
  </article>`
}

const noFault = { en: 'No fault was injected.', zh: '没有注入故障。' }

/** When the picture was taken. By the end of a test the app may have recovered, and say nothing of a code any more. */
function whenTaken(reactions: LedgerScenario['reactions']) {
  const first = reactions.find(({ where, passed }) => where === 'app' && passed)
  return first
    ? { en: `The app as it told of ${first.code}`, zh: `应用提示 ${first.code} 时` }
    : { en: 'The app when the test ended', zh: '测试结束时的应用' }
}

function reactionView(
  { reaction: lastReaction, reactions, claims, measured: { screenshot } }: LedgerScenario,
  code: number,
  { picture }: Files,
): Html | false {
  const reacted = reactions.find((each) => each.code === code && each.passed)
  const atTheCode = claims.find((claim) => claim.code === code && claim.passed && !claim.negated)
  const reaction = reacted?.shown ?? atTheCode?.shown ?? lastReaction
  if (!reaction && !screenshot) return false
  return html`<h5>${say({ en: 'What the page said', zh: '页面如何反应' })}</h5>
    <figure>
      ${reaction && html`<blockquote>${reaction}</blockquote>`}
      ${screenshot && html`<img loading="lazy" alt="" src="data:image/jpeg;base64,${picture(screenshot).toString('base64')}">`}
      ${screenshot && html`<figcaption>${say(whenTaken(reactions))}</figcaption>`}
    </figure>`
}

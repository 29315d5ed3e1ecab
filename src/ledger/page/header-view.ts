import { type Evidence, evidenceClasses } from '../../codes/index.ts'
import type { Ledger } from '../ledger.ts'
import { say, type Words } from './bilingual.ts'
import { type Html, html } from './html.ts'
import { proofCountsView } from './proofs-view.ts'
import { codeLink } from './surfaced-view.ts'
import { duration } from './time.ts'
import { evidenceMeanings, evidenceWords } from './vocabulary.ts'

const statusWords: Readonly<Record<Ledger['run']['status'], Words>> = {
  passed: { en: 'Passed', zh: '通过' },
  failed: { en: 'Failed', zh: '失败' },
  timedout: { en: 'Timed out', zh: '超时' },
  interrupted: { en: 'Interrupted', zh: '被中断' },
}

/** What the run was, how much of the documentation it covers, and what is wrong. */
export function headerView(ledger: Ledger): Html {
  const { run, sdks, browsers, counts, scenarios } = ledger
  const { startedAt, durationMs } = run.measured
  return html`<header>
  <div class="top">
    <h1>${say({ en: 'ZEGO result codes, as they really happen', zh: 'ZEGO 错误码实证台账' })}</h1>
    <div class="switches">
      <button type="button" id="language" aria-label="中文">中文</button>
      <button type="button" id="theme">${say({ en: 'Dark or light', zh: '深色 / 浅色' })}</button>
    </div>
  </div>
  <dl class="facts">
    <div><dt>${say({ en: 'Run', zh: '运行' })}</dt><dd><span class="status ${run.status}">${say(statusWords[run.status])}</span></dd></div>
    <div><dt>${say({ en: 'When', zh: '时间' })}</dt><dd><time datetime="${startedAt}">${startedAt.slice(0, 16).replace('T', ' ')} UTC</time>, ${duration(durationMs)}</dd></div>
    <div><dt>SDK</dt><dd>${sdks.join(', ') || '–'}</dd></div>
    <div><dt>Chromium</dt><dd>${browsers.join(', ') || '–'}</dd></div>
    <div><dt>${say({ en: 'Scenarios passed', zh: '通过的场景' })}</dt><dd>${counts.outcomes.passed} / ${scenarios.length}</dd></div>
    <div><dt>${say({ en: 'Claims backed', zh: '已证实的行' })}</dt><dd>${counts.verdicts.backed} / ${counts.rows}</dd></div>
  </dl>
  ${proofCountsView(counts)}
  ${noticesView(ledger)}
  ${coverageView(counts)}
</header>`
}

/** Evidence of all rows as one bar, whose legend filters. */
function coverageView({ rows, evidence }: Ledger['counts']): Html {
  const classes = Object.keys(evidenceClasses) as Evidence[]
  return html`<section class="coverage" aria-label="Evidence">
  <div class="bar" aria-hidden="true">${classes.map((name) => html`<span class="${name}" style="flex:${evidence[name]}"></span>`)}</div>
  <ul>${classes.map(
    (
      name,
    ) => html`<li><button type="button" class="legend" data-evidence="${name}" aria-pressed="false"${evidence[name] === 0 && html` disabled`}>
      <span class="dot ${name}" aria-hidden="true"></span><b>${evidence[name]}</b> ${say(evidenceWords[name])}</button>
      <small>${say(evidenceMeanings[name])}</small></li>`,
  )}</ul>
  <p class="total">${say({ en: `${rows} documented codes`, zh: `文档共列出 ${rows} 个错误码` })}</p>
</section>`
}

function noticesView({ run, counts, problems, scenarios }: Ledger): Html {
  const unended = counts.outcomes.interrupted + counts.outcomes['not-run']
  return html`${
    !run.complete &&
    html`<p class="notice">${say({
      en: `The run ended early: ${unended} of ${scenarios.length} scenarios did not end.`,
      zh: `运行提前结束：${scenarios.length} 个场景中有 ${unended} 个没有跑完。`,
    })}</p>`
  }${
    counts.outcomes.flaky > 0 &&
    html`<p class="notice">${say({ en: `${counts.outcomes.flaky} flaky scenarios prove nothing.`, zh: `${counts.outcomes.flaky} 个不稳定的场景不算证据。` })}</p>`
  }${
    problems.length > 0 &&
    html`<details class="problems"><summary>${say({
      en: `${problems.length} problems fail this run`,
      zh: `${problems.length} 个问题使本次运行失败`,
    })}</summary><ol>${problems.map(
      ({ code, message }) => html`<li lang="en">${problemText(code, message)}</li>`,
    )}</ol></details>`
  }`
}

/** The message, in which the code that it begins with is a link to its row. */
function problemText(code: number | null, message: string): Html {
  const start = `${code} `
  return code !== null && message.startsWith(start)
    ? html`${codeLink(code)} ${message.slice(start.length)}`
    : html`${message}`
}

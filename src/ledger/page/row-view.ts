import { limitText } from '../../codes/limit-text.ts'
import { say } from './bilingual.ts'
import type { Entry } from './entry.ts'
import { type Html, html } from './html.ts'
import { inBuildsView } from './in-builds-view.ts'
import { proofsView } from './proofs-view.ts'
import { type Files, scenarioView } from './scenario-view.ts'
import { evidenceMeanings, evidenceWords, reactionWords, verdictWords } from './vocabulary.ts'

/** One documented code: a line that opens to all that is known of it. */
export function rowView(entry: Entry, files: Files): Html {
  const { ledger, text, kinds, means, outcome, scenarios } = entry
  const { code, evidence, verdict } = ledger
  return html`<details class="row" data-code="${code}" data-section="${text.section}" data-evidence="${evidence}"
    data-kind="${kinds.join(' ')}" data-means="${means.join(' ')}" data-outcome="${outcome}" data-text="${searchText(entry)}">
  <summary id="${code}">
    <span class="code">${code}</span>
    <span class="title">${say({ en: text.title, zh: text.titleZh })}${text.name && html` <span class="name">${text.name}</span>`}</span>
    <span class="badge ${evidence}">${say(evidenceWords[evidence])}</span>
    <span class="verdict ${verdict}">${say(verdictWords[verdict])}</span>
  </summary>
  <div class="body">
    <div class="known">
      ${part({ en: 'What it means', zh: '含义' }, html`<p lang="en">${text.cause}</p>`)}
      ${part(
        { en: 'What to do', zh: '应对' },
        html`<p><span class="reaction">${say(reactionWords[text.reaction])}</span></p><p lang="en">${text.advice}</p>`,
      )}
      ${part({ en: 'Where it arrives', zh: '出现在哪里' }, channelsView(entry))}
      ${text.limits && part({ en: 'Limits', zh: '限制' }, html`<ul>${text.limits.map((limit) => html`<li>${limitText(limit, 'signs')}</li>`)}</ul>`)}
      ${ledger.drift && part({ en: 'How the SDK differs', zh: 'SDK 与文档的差异' }, html`<p class="drift" lang="en">${ledger.drift}</p>`)}
      ${text.sought && part({ en: 'What was sought in the SDK', zh: '在 SDK 中查找的结果' }, html`<p lang="en">${text.sought}</p>`)}
      ${entry.inBuilds.length > 0 && part({ en: 'In each build of the SDK', zh: '在各 SDK 版本中' }, inBuildsView(entry.inBuilds))}
      ${part({ en: 'Evidence', zh: '证据' }, html`<p>${say(evidenceMeanings[evidence])} ${say(verdictWords[verdict])}${say({ en: '.', zh: '。' })}</p>${proofsView(ledger.proofs, ledger.missing, ledger.unproven)}`)}
    </div>
    <div class="ran">
      <h3>${say({ en: 'What ran', zh: '运行情况' })}</h3>
      ${scenarios.length > 0 ? scenarios.map((scenario) => scenarioView(scenario, code, files)) : notRun(code)}
    </div>
  </div>
</details>`
}

function part(title: { en: string; zh: string }, body: Html): Html {
  return html`<section><h3>${say(title)}</h3>${body}</section>`
}

function channelsView({ ledger: { channels, forced } }: Entry): Html {
  const list = (vias: readonly string[]) =>
    vias.map((via, index) => html`${index > 0 && ', '}<code>${via}</code>`)
  return html`<p>${say({ en: 'Documented:', zh: '文档：' })} ${list(channels.documented)}</p>
    ${channels.seen.length > 0 && html`<p>${say({ en: 'Seen in this run:', zh: '本次运行所见：' })} ${list(channels.seen)}</p>`}
    ${forced && html`<p>${say({ en: 'Was also forced by the mock cloud, which is no evidence.', zh: '也曾由模拟云强制给出，不算证据。' })}</p>`}`
}

function notRun(code: number): Html {
  return html`<p>${say({ en: 'No scenario of this run is about this code. To run those that are:', zh: '本次运行没有涉及此码的场景。可这样运行：' })}</p>
    <pre tabindex="0">npx playwright test --grep @${code}</pre>`
}

/** Everything a person may search a row by, in lower case. */
function searchText({ ledger, text, scenarios, inBuilds }: Entry): string {
  const reaction = reactionWords[text.reaction]
  const evidence = evidenceWords[ledger.evidence]
  return [
    text.code,
    text.name,
    text.title,
    text.titleZh,
    text.cause,
    text.advice,
    ledger.drift,
    text.section,
    reaction.en,
    reaction.zh,
    evidence.en,
    evidence.zh,
    ...text.channels,
    ...ledger.channels.seen,
    ...inBuilds.flatMap(({ groups }) =>
      groups.filter(({ differs }) => differs).flatMap(({ builds }) => builds),
    ),
    ...scenarios.flatMap(({ file, title, reaction, receipts }) => [
      file,
      title,
      reaction,
      ...receipts.map(({ fault }) => fault),
    ]),
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(' ')
    .toLowerCase()
}

import type { Where } from '../../observe/claim.ts'
import type { LedgerCounts } from '../ledger.ts'
import type { Arrival, Proofs } from '../proofs/proofs.ts'
import type { SituationJudge } from '../proofs/situation.ts'
import { say, type Words } from './bilingual.ts'
import { type Html, html } from './html.ts'
import { controlWords, meansWords } from './vocabulary.ts'

const judgeWords: Readonly<Record<SituationJudge, Words>> = {
  clients: { en: 'another client', zh: '另一个客户端' },
  state: { en: 'the state of the cloud', zh: '云端状态' },
  sdk: { en: 'the SDK', zh: 'SDK 自身' },
  network: { en: 'the network', zh: '网络' },
  device: { en: 'a device', zh: '设备' },
  page: { en: 'the browser', zh: '浏览器' },
  push: { en: 'a push that was told', zh: '指定的推送' },
  number: { en: 'a number that was told', zh: '指定的数字' },
}

const whereWords: Readonly<Record<Where, Words>> = {
  app: { en: 'shown in the app', zh: '在应用中呈现' },
  'bare-page': { en: 'shown on a page without an app', zh: '仅在空白页中呈现' },
}

const none: Words = { en: 'none', zh: '无' }
const clockWords: Words = { en: ', on a clock of ours', zh: '，使用受控时钟' }

/** The six proofs of a row, each in a line; what is missing of them is said. */
export function proofsView(proofs: Proofs, missing: readonly string[], unproven: string | null): Html {
  const { situation, means, clock, channels, reaction, recovery, control } = proofs
  return html`<dl class="proofs">
    ${line({ en: 'Situation judged by', zh: '情形由谁判定' }, list(situation.map((judge) => say(judgeWords[judge]))))}
    ${line({ en: 'Made', zh: '制造方式' }, means ? html`${say(meansWords[means])}${clock && say(clockWords)}` : say(none))}
    ${line({ en: 'Arrived', zh: '到达途径' }, list(channels.map(arrival)))}
    ${line({ en: 'Reaction', zh: '应用反应' }, say(reaction ? whereWords[reaction] : none))}
    ${line({ en: 'Recovery', zh: '恢复' }, recovery.seen ? html`<span lang="en">${recovery.seen}</span>` : say(recovery.promised ? none : { en: 'none promised', zh: '文档未承诺' }))}
    ${line({ en: 'Control', zh: '对照' }, say(controlWords[control]))}
  </dl>
  ${missing.length > 0 && html`<p lang="en">Missing: ${missing.join('; and ')}.</p>`}
  ${unproven && html`<p lang="en">${unproven}</p>`}`
}

/** How many rows have each of the six proofs. */
export function proofCountsView({ proofs, rows }: LedgerCounts): Html {
  const { situation, judges, means, channel, reaction, recovery, control } = proofs
  return html`<dl class="facts">
    ${line({ en: 'Situation made', zh: '情形已制造' }, html`${situation} / ${rows}`)}
    ${line({ en: 'By a number', zh: '靠指定数字' }, html`${judges.number}`)}
    ${line({ en: 'Without a patch', zh: '未打补丁' }, html`${means.real + means.wire}`)}
    ${line({ en: 'Channel', zh: '途径' }, html`${channel}`)}
    ${line({ en: 'Reaction in the app', zh: '应用中的反应' }, html`${reaction.app}`)}
    ${line({ en: 'Recovery', zh: '恢复' }, html`${recovery.seen}`)}
    ${line({ en: 'Where it is promised', zh: '文档承诺恢复的' }, html`${recovery.kept} / ${recovery.promised}`)}
    ${line({ en: 'Control red', zh: '对照为红' }, html`${control}`)}
  </dl>`
}

const line = (name: Words, value: Html): Html => html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`

const list = (items: readonly Html[]): Html =>
  items.length > 0 ? html`${items.map((item, index) => html`${index > 0 && ', '}${item}`)}` : say(none)

const arrival = ({ code, via, ended }: Arrival): Html =>
  html`<code>${code ?? ''} ${via}</code>${ended && ` ${ended}`}`

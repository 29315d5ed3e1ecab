import { type Evidence, evidenceClasses, sections } from '../../codes/index.ts'
import type { Means } from '../../faults/kit/receipt.ts'
import { scenarioOutcomes } from '../run/ran.ts'
import { say, switched, type Words } from './bilingual.ts'
import type { Entry } from './entry.ts'
import { type Html, html } from './html.ts'
import { evidenceWords, kindName, outcomeWords } from './vocabulary.ts'

type Choice = readonly [value: string, words: Words, count: number]

const meansNames: Readonly<Record<Means, Words>> = {
  real: { en: 'Real', zh: '真实' },
  wire: { en: 'Wire', zh: '线路' },
  patched: { en: 'Patched', zh: '打补丁' },
}

const contradicted: Words = { en: 'Claim contradicted', zh: '与声明矛盾' }
const searchWords: Words = { en: '1006006, camera, token …', zh: '1006006、摄像头、Token …' }

/** Search and filters; without the script, the page shows all rows and none of these. */
export function filtersView(entries: readonly Entry[]): Html {
  const count = (wanted: (entry: Entry) => boolean) => entries.filter(wanted).length
  const kinds = [...new Set(entries.flatMap((entry) => entry.kinds))].toSorted()
  const evidence = Object.keys(evidenceClasses) as Evidence[]
  return html`<form id="filters" class="filters" role="search" hidden>
  <label class="search"><span>${say({ en: 'Search by code or words', zh: '按错误码或文字搜索' })} <kbd>/</kbd></span>
    <input type="search" name="q" autocomplete="off" spellcheck="false" placeholder="${searchWords.en}" data-placeholder-en="${searchWords.en}" data-placeholder-zh="${searchWords.zh}"></label>
  ${select(
    'section',
    { en: 'Section', zh: '章节' },
    sections.map(({ id, title, titleZh }) => [
      id,
      { en: title, zh: titleZh },
      count((entry) => entry.text.section === id),
    ]),
  )}
  ${select(
    'evidence',
    { en: 'Evidence', zh: '证据' },
    evidence.map((name) => [name, evidenceWords[name], count((entry) => entry.ledger.evidence === name)]),
  )}
  ${select(
    'kind',
    { en: 'Kind of fault', zh: '故障种类' },
    kinds.map((kind) => [kind, kindName(kind), count((entry) => entry.kinds.includes(kind))]),
  )}
  ${select(
    'means',
    { en: 'Made by', zh: '制造方式' },
    (Object.keys(meansNames) as Means[]).map((name) => [
      name,
      meansNames[name],
      count((entry) => entry.means.includes(name)),
    ]),
  )}
  ${select('outcome', { en: 'Outcome', zh: '结果' }, [
    ...[...scenarioOutcomes]
      .reverse()
      .map((name): Choice => [name, outcomeWords[name], count((entry) => entry.outcome === name)]),
    ['contradicted', contradicted, count((entry) => entry.outcome === 'contradicted')],
  ])}
  <p class="found"><span><output id="found">${entries.length}</output> / ${entries.length}</span>
    <button type="reset">${say({ en: 'Show all', zh: '显示全部' })}</button></p>
</form>`
}

/** A choice of which nothing has any row is left out. */
function select(name: string, label: Words, choices: readonly Choice[]): Html {
  const all: Words = { en: 'All', zh: '全部' }
  return html`<label><span>${say(label)}</span><select name="${name}">
    <option value="" ${switched(all)}>${all.en}</option>${choices
      .filter(([, , count]) => count > 0)
      .map(
        ([value, { en, zh }, count]) =>
          html`<option value="${value}" ${switched({ en: `${en} (${count})`, zh: `${zh} (${count})` })}>${en} (${count})</option>`,
      )}
  </select></label>`
}

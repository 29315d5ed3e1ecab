import { say, type Words } from './bilingual.ts'
import { type Html, html } from './html.ts'
import type { InBuilds } from './in-builds.ts'
import { situationWords } from './situation-words.ts'

/** For the row of a code: which builds of the SDK surface it otherwise than the newest, or that all are alike. */
export function inBuildsView(situations: readonly InBuilds[]): Html {
  return html`<ul class="in-builds">${situations.map(situationView)}</ul>
    <p><a href="#sdk-versions">${say({ en: 'All situations and builds', zh: '全部情形与版本' })}</a></p>`
}

function situationView({ situation, groups }: InBuilds): Html {
  return html`<li>${say(situationWords(situation))}<ul>${groups.map(
    ({ builds, vias, differs }) => html`<li${differs && html` class="otherwise"`}>
      <b>${say(groups.length > 1 ? listed(builds) : allAlike)}</b>${differs && html` ${otherwise()}`}
      ${vias.length > 0 ? vias.map((via, index) => html`${index > 0 && ', '}<code>${via}</code>`) : say(nowhere)}</li>`,
  )}</ul></li>`
}

/** Marks what differs from the newest build; in words, so that it needs neither colour nor sight. */
export function otherwise(): Html {
  return html`<span class="differs">${say({ en: 'differs', zh: '不同' })}</span>`
}

const allAlike: Words = { en: 'All builds alike', zh: '各版本相同' }
const nowhere: Words = { en: 'does not surface', zh: '不会出现' }

function listed(builds: readonly string[]): Words {
  return { en: builds.join(', '), zh: builds.join('、') }
}

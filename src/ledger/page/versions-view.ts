import type { BuildCell, BuildsInSituation, LedgerVersions } from '../versions/ledger-versions.ts'
import { say, type Words } from './bilingual.ts'
import { type Html, html } from './html.ts'
import { otherwise } from './in-builds-view.ts'
import { situationWords } from './situation-words.ts'
import { codeLink } from './surfaced-view.ts'
import { isMixed, originOf } from './versions-origin.ts'

/** What builds of the SDK surface, as a table: situations down, builds across. */
export function versionsView(versions: LedgerVersions): Html {
  const { builds, newest, situations } = versions
  return html`<details class="versions">
  <summary><h2 id="versions-title">${say({ en: 'SDK versions', zh: 'SDK 版本' })}</h2> ${say(inBrief(versions))}</summary>
  <div id="sdk-versions">
  <p class="origin">${say(originOf(versions))}</p>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="versions-title"><table aria-labelledby="versions-title">
  <thead><tr><th scope="col">${say({ en: 'Situation', zh: '情形' })}</th>${builds.map(
    (build) =>
      html`<th scope="col">${build}${build === newest && html` <small>${say({ en: 'newest', zh: '最新' })}</small>`}</th>`,
  )}</tr></thead>
  <tbody>${situations.map((situation) => situationView(situation, builds, isMixed(versions)))}</tbody>
  </table></div>
  </div>
</details>`
}

function inBrief({ builds, situations }: LedgerVersions): Words {
  const differing = situations.filter(({ cells }) => cells.some(({ differs }) => differs)).length
  return {
    en: `${builds.length} builds compared; they differ in ${differing} of ${situations.length} situations`,
    zh: `比较了 ${builds.length} 个版本；${situations.length} 种情形中有 ${differing} 种不同`,
  }
}

function situationView({ title, cells }: BuildsInSituation, builds: readonly string[], mixed: boolean): Html {
  return html`<tr><th scope="row">${say(situationWords(title))}</th>${builds.map((build) => {
    const cell = cells.find((candidate) => candidate.build === build)
    return cell
      ? cellView(cell, mixed)
      : html`<td class="unmet">${say({ en: 'Not run', zh: '没有运行' })}</td>`
  })}</tr>`
}

function cellView({ surfaced, differs, source }: BuildCell, mixed: boolean): Html {
  const codes = [...new Set(surfaced.map(({ code }) => code))]
  return html`<td${differs && html` class="otherwise"`}>${differs && otherwise()}${
    codes.length > 0
      ? html`<ul>${codes.map((code) => codeView(code, surfaced))}</ul>`
      : html`<p>${say({ en: 'No code', zh: '没有错误码' })}</p>`
  }${mixed && source === 'recorded' && html`<small>${say({ en: 'Recorded', zh: '既有记录' })}</small>`}</td>`
}

function codeView(code: number, surfaced: BuildCell['surfaced']): Html {
  const vias = surfaced.filter((entry) => entry.code === code).map(({ via }) => html` <code>${via}</code>`)
  return html`<li>${codeLink(code)}${vias}</li>`
}

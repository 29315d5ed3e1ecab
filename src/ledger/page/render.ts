import { readFileSync } from 'node:fs'
import { sections } from '../../codes/index.ts'
import type { Ledger } from '../ledger.ts'
import { say } from './bilingual.ts'
import { type Entry, entriesOf } from './entry.ts'
import { filtersView } from './filters-view.ts'
import { headerView } from './header-view.ts'
import { Html, html } from './html.ts'
import { rowView } from './row-view.ts'
import type { Files } from './scenario-view.ts'
import { versionsView } from './versions-view.ts'

const styles = ['base.css', 'header.css', 'filters.css', 'rows.css', 'open-row.css', 'versions.css']
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"

/**
 * The ledger as one HTML file that needs nothing else: all rows are in it, styles and scripts inside. Without scripts
 * everything can be read in English; they add search, filters and languages.
 */
export function renderPage(ledger: Ledger, files: Files): string {
  const entries = entriesOf(ledger)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>ZEGO result codes: ${ledger.counts.verdicts.backed} of ${ledger.counts.rows} backed</title>
<style>${styles.map(asset)}</style>
</head>
<body>
${headerView(ledger)}
<main>
${ledger.versions && versionsView(ledger.versions)}
${filtersView(entries)}
${sections.map(({ id, title, titleZh }) => sectionView({ en: title, zh: titleZh }, id, entries, files))}
<p id="nothing" hidden>${say({ en: 'No code is like that. Use fewer or other words, or show all.', zh: '没有符合的错误码。请换用其他文字，或显示全部。' })}</p>
</main>
<script type="module">${asset('filter.js')}</script>
<script type="module">${asset('appearance.js')}</script>
</body>
</html>
`.markup
}

function sectionView(
  title: { en: string; zh: string },
  id: string,
  entries: readonly Entry[],
  files: Files,
): Html {
  const own = entries.filter(({ text }) => text.section === id)
  return html`<section class="group" aria-labelledby="section-${id}">
<h2 id="section-${id}">${say(title)} <small>${own.length}</small></h2>
<div class="rows">${own.map((entry) => rowView(entry, files))}</div>
</section>`
}

/** A file beside this one, as it is. */
function asset(name: string): Html {
  return new Html(readFileSync(new URL(name, import.meta.url), 'utf8'))
}

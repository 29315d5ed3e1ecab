import { type Html, html } from './html.ts'

/** One text in both languages of the page. */
export interface Words {
  readonly en: string
  readonly zh: string
}

/** Both texts, of which the style sheet shows the one of the page's language. */
export function say({ en, zh }: Words): Html {
  return html`<span class="en" lang="en">${en}</span><span class="zh" lang="zh-CN">${zh}</span>`
}

/** Attributes of an element whose text the script sets when the language changes, for options and the like. */
export function switched({ en, zh }: Words): Html {
  return html`data-en="${en}" data-zh="${zh}"`
}

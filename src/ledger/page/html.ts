/** Text that is markup already, because {@link html} made it. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

/** What may stand in a template: markup as it is, anything else escaped, nothing for what is absent. */
export type Fragment = Html | string | number | false | null | undefined | readonly Fragment[]

/** Markup from a template; strings put in are text and cannot become tags or end an attribute. */
export function html(parts: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  const [first = '', ...rest] = parts
  return new Html(rest.reduce((all, part, index) => all + markupOf(values[index]) + part, first))
}

function markupOf(value: Fragment): string {
  if (value instanceof Html) return value.markup
  if (value === false || value === null || value === undefined) return ''
  if (typeof value === 'object') return value.map(markupOf).join('')
  return String(value).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

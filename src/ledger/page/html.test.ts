import { expect, test } from 'vitest'
import { html } from './html.ts'

test('text is escaped, also within attributes', () => {
  const text = `<b title="x">'&`
  expect(html`<p title="${text}">${text}</p>`.markup).toBe(
    '<p title="&#60;b title=&#34;x&#34;&#62;&#39;&#38;">&#60;b title=&#34;x&#34;&#62;&#39;&#38;</p>',
  )
})

test('markup within markup stays as it is, lists are joined, and what is absent leaves nothing', () => {
  const items = [1, 'a&b'].map((item) => html`<li>${item}</li>`)
  expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}`.markup).toBe(
    '<ul><li>1</li><li>a&#38;b</li></ul>0',
  )
})

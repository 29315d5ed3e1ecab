// Search and filters of the ledger page. Their state is kept in the address, so that a view can be sent to somebody.

const form = /** @type {HTMLFormElement} */ (document.getElementById('filters'))
const found = /** @type {HTMLOutputElement} */ (document.getElementById('found'))
const nothing = /** @type {HTMLElement} */ (document.getElementById('nothing'))
const search = /** @type {HTMLInputElement} */ (form.elements.namedItem('q'))
const evidence = /** @type {HTMLSelectElement} */ (form.elements.namedItem('evidence'))
const rows = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll('details.row')])
const legends = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll('button.legend')])

/** Shows the rows that contain every word and have every chosen property; a whole code is that row, opened. */
function filter() {
  const data = [...new FormData(form)].filter(([, value]) => value !== '')
  const named = rows.find((row) => row.dataset.code === search.value.trim())
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
  const chosen = data.filter(([name]) => name !== 'q')
  for (const row of rows) {
    const { text = '' } = row.dataset
    row.hidden =
      !(named ? row === named : words.every((word) => text.includes(word))) ||
      !chosen.every(([name, value]) => (row.dataset[name] ?? '').split(' ').includes(String(value)))
  }
  /** @type {HTMLElement} */ for (const group of document.querySelectorAll('section.group'))
    group.hidden = !group.querySelector('details.row:not([hidden])')
  for (const legend of legends)
    legend.setAttribute('aria-pressed', String(legend.dataset.evidence === evidence.value))
  if (named) named.open = true
  const count = rows.filter((row) => !row.hidden).length
  found.value = String(count)
  nothing.hidden = count > 0
  const query = new URLSearchParams(data.map(([name, value]) => [name, String(value)])).toString()
  history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${location.hash}`)
}

/** Opens a row and goes to it. @param {HTMLDetailsElement} row */
function open(row) {
  row.open = true
  const summary = row.querySelector('summary')
  summary?.focus({ preventScroll: true })
  summary?.scrollIntoView({ block: 'start' })
}

/** Opens the row that the address names, even if the filters hide it. */
function openNamed() {
  const row = rows.find((candidate) => candidate.dataset.code === location.hash.slice(1))
  if (!row) return
  if (row.hidden) {
    form.reset()
    filter()
  }
  open(row)
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value
}
form.hidden = false
form.addEventListener('input', () => {
  filter()
  if (form.getBoundingClientRect().top > innerHeight / 4) form.scrollIntoView({ block: 'start' })
})
form.addEventListener('reset', () => requestAnimationFrame(filter))
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const first = rows.find((row) => !row.hidden)
  if (first) open(first)
})
for (const legend of legends)
  legend.addEventListener('click', () => {
    evidence.value = evidence.value === legend.dataset.evidence ? '' : (legend.dataset.evidence ?? '')
    filter()
  })
addEventListener('hashchange', openNamed)
addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  search.focus()
  search.select()
})
filter()
openNamed()

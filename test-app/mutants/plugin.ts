import { basename, join } from 'node:path'
import type { Plugin } from 'vite'
import { type Site, sitesIn } from './sites.ts'

/** Name of the file, beside the built app, with the names of the mutants that were found in its syntax. */
export const mutantsFile = 'mutants.json'

/**
 * Builds the app with every mutant in it, each off until `window.zegoMutants` names it before the app starts: one build
 * serves them all.
 */
export function withMutants(app: string): Plugin {
  const found = new Set<string>()
  return {
    name: 'with-mutants',
    enforce: 'post',
    transform(code, id) {
      if (!id.startsWith(join(app, 'src')) || !/\.ts$/.test(id) || /\/(bare|dev|dev-console)\.ts$/.test(id))
        return
      const file = basename(id, '.ts')
      if (file === 'reactions') {
        const table = JSON.stringify(join(app, 'mutants/table.ts'))
        return `${code}\nimport { mutated } from ${table}\nreactionTo = mutated(rows, reactionTo, globalThis.zegoMutants ?? [])\n`
      }
      const sites = id.includes('/view/') ? [] : sitesIn(code, file)
      for (const { name } of sites) found.add(name)
      return switchable(code, sites)
    },
    transformIndexHtml: () => [{ tag: 'script', children: inPage, injectTo: 'head-prepend' }],
    generateBundle() {
      const source = JSON.stringify([...found].sort())
      this.emitFile({ type: 'asset', fileName: mutantsFile, source })
    },
  }
}

/** Whether a mutant is on, noting that its place was come to. */
const inPage = `
window.zegoMutantsMet = new Set()
window.zegoMutantOn = (name) => (window.zegoMutantsMet.add(name), (window.zegoMutants ?? []).includes(name))
`

/** Puts a switch around each site; sites may stand within each other. */
export function switchable(code: string, sites: readonly Site[]): string {
  const pieces = sites.flatMap(({ name, kind, start, end, key }) => {
    const on = `zegoMutantOn(${JSON.stringify(name)})`
    const [before, after] =
      kind === 'report'
        ? [`(${on} ? undefined : `, ')']
        : [`${key ?? ''}((...args) => ${on} ? undefined : (`, ')(...args))']
    return [
      { at: start, text: before, order: -start },
      { at: end, text: after, order: start },
    ]
  })
  let text = code
  for (const { at, text: piece } of pieces.sort((a, b) => b.at - a.at || a.order - b.order))
    text = text.slice(0, at) + piece + text.slice(at)
  return text
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A place in a scenario file that is about a code. */
export interface CodePlace {
  readonly code: number
  readonly file: string
  readonly line: number
  /** Title of the scenario; absent where a table makes it. */
  readonly title?: string
  /** Methods of `faults` that the scenario calls, such as `device.unplug`; in a file with a table, those of the file. */
  readonly faults: readonly string[]
}

const scenarioFile = /\.(spec|test)\.[cm]?[jt]sx?$/
/** A unit test beside a scenario, which Playwright does not run. */
const otherRunner = /from ['"](vitest|jest|node:test)\b/
const call = /^\s*(?:test|it)(?:\.\w+)*\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`[^`]*`|\w)/gm
const plainTag = /@(\d{6,7}|0)\b/g
const tableTag = /@\$\{|\btagsOf\(/
const fault = /\bfaults\.(\w+\.\w+)\(/g
const number = /(?<=\b(?!errorCode:)\w+: |[[,{]\s*|^\s*)(?:\d{6,7}|\d_\d{3}_\d{3}|\d{3}_\d{3})\b/gm

/**
 * Finds the scenarios of every code by reading their sources, without running anything: tags such as `@1006006`, and in
 * files whose tags are made from a table (`@${code}`, `tagsOf(rows)`) the numbers that stand where a table has them (`code: 1006006` or by another name, in
 * a list, or as a key). Good for pointing a person there; what
 * really ran is known to the reporter alone.
 *
 * @param folder of the scenarios; searched with its subfolders. Nothing is found where it does not exist
 * @param isCode which numbers count
 */
export function findCodePlaces(folder: string, isCode: (code: number) => boolean): readonly CodePlace[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && scenarioFile.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'))
    .toSorted()
    .map((file) => ({ file, source: readFileSync(file, 'utf8') }))
    .filter(({ source }) => !otherRunner.test(source))
    .flatMap(({ file, source }) => placesIn(source, file))
    .filter(({ code }) => isCode(code))
}

/** The places in one source text: the first one of every code and title. */
export function placesIn(source: string, file: string): readonly CodePlace[] {
  const scenarios = [...source.matchAll(call)].map(({ index, 1: single, 2: double }, at, all) => ({
    index,
    title: (single ?? double)?.replace(/\\(.)/g, '$1'),
    faults: faultsIn(source.slice(index, all[at + 1]?.index)),
  }))
  const around = (position: number) => scenarios.findLast(({ index }) => index <= position)
  const numbers = tableTag.test(source) ? [...source.matchAll(number)] : []
  const found = [
    ...[...source.matchAll(plainTag)].map(({ index, 1: code = '' }) => ({
      index,
      code,
      title: around(index)?.title,
      faults: around(index)?.faults ?? [],
    })),
    ...numbers.map(({ index, 0: code }) => ({ index, code, title: undefined, faults: faultsIn(source) })),
  ]
  const places = new Map<string, CodePlace>()
  for (const { index, code, title, faults } of found) {
    const key = `${code} ${title}`
    if (places.has(key)) continue
    const line = source.slice(0, index).split('\n').length
    places.set(key, { code: Number(code.replaceAll('_', '')), file, line, ...(title && { title }), faults })
  }
  return [...places.values()]
}

function faultsIn(source: string): readonly string[] {
  return [...new Set([...source.matchAll(fault)].flatMap(({ 1: name }) => name ?? []))]
}

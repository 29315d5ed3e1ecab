import { relative, resolve } from 'node:path'
import type { Ran } from '../run/ran.ts'
import { unhandledBy, unhandledCodes } from '../unhandled.ts'

interface Place {
  /** The folder that the files of the runs are relative to. */
  readonly base: string
  /** The folder of the checkout, `GITHUB_WORKSPACE`. */
  readonly workspace: string
}

/**
 * Commands that GitHub shows as warnings beside the code: one for each code after which an app showed nothing, at the test
 * that met it.
 */
export function annotations(runs: readonly Ran[], { base, workspace }: Place): readonly string[] {
  const those = runs.flatMap((run) => unhandledCodes([run]).map((unhandled) => ({ run, unhandled })))
  const warnings = those.map(({ run: { file, line }, unhandled: { code, title, told } }) => {
    const path = relative(workspace, resolve(base, file)).replaceAll('\\', '/')
    const where = `file=${property(path)},line=${line},title=${property(`${code} is unanswered`)}`
    const text = `${title}. The app showed nothing in time.\n${told.map(unhandledBy).join('\n')}`
    return `::warning ${where}::${data(text)}`
  })
  return [...new Set(warnings)] // a test that is repeated says it once
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

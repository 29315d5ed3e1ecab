import { readIfThere, readJsonIfThere } from '../read-if-there.ts'
import { check, isArrayOf, isObject, isOneOf, isRecordOf } from '../shape.ts'

/** Per situation and build of the SDK: the codes that an app can see, each with its channel, as `1002055 event:roomStateChanged`. */
export type SurfacedByBuild = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** Content of `versions.json`: what a run of the core situations against several builds saw. */
export interface VersionsRun {
  readonly schema: 1
  readonly surfaced: SurfacedByBuild
  readonly measured: { readonly startedAt: string; readonly durationMs: number }
}

/** Name of the file in the report's folder. */
export const versionsFile = 'versions.json'

/** Where a project keeps what its builds are expected to do, relative to the configuration. */
export const recordedVersionsFile = 'versions/surfaced.json'

const surfaced = isRecordOf(isRecordOf(isArrayOf(isOneOf(/^-?\d+ (api|event)(:.+)?$/))))
const versionsRun = isObject({
  schema: isOneOf(/^1$/),
  surfaced,
  measured: isObject({ startedAt: 'string', durationMs: 'number' }),
})

/**
 * The last versions run whose outcome was left in a file; undefined when there was none.
 *
 * @throws {Error} when the file is there but is not what a versions run leaves
 */
export function readVersionsRun(file: string): VersionsRun | undefined {
  const remedy = 'Delete it and run npm run versions again.'
  const value = readJsonIfThere(file, remedy)
  if (value === undefined) return undefined
  const wrong = check('', value, versionsRun)
  if (wrong) throw new Error(`${file} cannot be read: ${wrong}. ${remedy}`)
  return value as VersionsRun
}

/** What is recorded of the builds; undefined also for a file of another kind, which a project may have under that name. */
export function readRecordedVersions(file: string): SurfacedByBuild | undefined {
  const text = readIfThere(file)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return check('', value, surfaced) ? undefined : (value as SurfacedByBuild)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

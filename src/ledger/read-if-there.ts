import { readFileSync } from 'node:fs'

/** Text of a file; undefined when there is no such file. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * The value in a JSON file; undefined when there is no such file.
 *
 * @param remedy what to do about one that holds something else
 * @throws {Error} naming the file, when it is no JSON, as after a run that was killed while it wrote
 */
export function readJsonIfThere(file: string, remedy: string): unknown {
  const text = readIfThere(file)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}. ${remedy}`)
  }
}

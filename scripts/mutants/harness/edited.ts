import type { Edit } from './mutant.ts'

/** An edit whose text is not in its file, or is there more than once: the mutant has to be brought up to date. */
export class StaleMutant extends Error {
  override name = 'StaleMutant'
}

/**
 * The text of a file after an edit.
 *
 * @throws {StaleMutant} when the edit does not fit exactly once
 */
export function edited(text: string, { file, find, replace }: Edit): string {
  const parts = text.split(find)
  if (parts.length !== 2)
    throw new StaleMutant(
      `${find} is ${parts.length === 1 ? 'not' : `${parts.length - 1} times`} in ${file}: bring the mutant up to date.`,
    )
  return parts.join(replace)
}

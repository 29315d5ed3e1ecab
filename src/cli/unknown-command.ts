import { search } from '../codes/index.ts'
import { nearest } from '../codes/search/nearest.ts'
import { commands, program } from './help.ts'
import { asDigits } from './typed-code.ts'

/** What somebody who typed this may have meant, to paste. */
export function unknownCommand(words: readonly string[]): string {
  const [command = ''] = words
  const meant = meantBy(command, words)
  return `Unknown command ${command}. ${meant ? `Did you mean: ${program} ${meant}?` : `There are ${[...Object.keys(commands), 'help'].join(', ')}.`}`
}

function meantBy(command: string, words: readonly string[]): string | undefined {
  const digits = asDigits(command)
  if (digits) return `explain ${digits}`
  const [close] = nearest(command, [...Object.keys(commands), 'help'])
  if (close) return [close, ...words.slice(1)].join(' ')
  return search(words.join(' ')).length > 0 ? `codes ${words.join(' ')}` : undefined
}

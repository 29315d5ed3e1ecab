/** The digits of a code as people type it, or copy it from a tag or a source: 1006006, @1006006, 1_006_006; of no number, none. */
export function asDigits(text: string): string | undefined {
  const digits = text.replaceAll(/[_@]/g, '')
  return /^\d+$/.test(digits) ? digits : undefined
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Chinese words that say how, and never what. */
const particles = '被了的掉出把在'

/** One word as it may stand in a text: as it was typed, and without its English ending. */
export function wordForms(word: string): readonly string[] {
  const stem = stemOf(word)
  return stem === word ? [word] : [word, stem]
}

/** One spelling for all. */
export function normal(text: string): string {
  return text.toLowerCase().replaceAll('signalling', 'signaling')
}

/** Whether there is Chinese in it. */
export const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** The words of a Chinese text that has no spaces; of any other text, itself. */
export function wordsIn(text: string): readonly string[] {
  if (!isHan(text)) return [text]
  return [...segmenter.segment(text)]
    .map(({ segment }) => segment)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !particles.includes(word))
}

/** kicked, kicking and kicks become kick; denied becomes deni, as does deny. */
export function stemOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word
  const bare = word.replace(/(?:ing|ed|es|s|y|e)$/, (ending) =>
    word.length - ending.length < 3 ? ending : '',
  )
  const single = bare.replace(/([bdgklmnprt])\1$/, '$1')
  return /[^aeiou]i$/.test(single) ? single.slice(0, -1) : single
}

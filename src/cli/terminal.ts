import { styleText } from 'node:util'

/** Where a command writes, and how wide and colourful that may be. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Columns to keep text in. */
  readonly width: number
  readonly colour: boolean
}

/** The terminal of this process; plain when piped, or when `NO_COLOR` is set. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process
  stdout.on('error', endWithReader)
  return {
    out: (text) => stdout.write(`${text}\n`),
    err: (text) => stderr.write(`${text}\n`),
    width: Math.min(stdout.columns ?? 100, 100),
    colour: Boolean(stdout.isTTY) && !process.env.NO_COLOR,
  }
}

/** Whoever reads a pipe may have had enough, as `head` has. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}

/** Bold, where the terminal has it. */
export function bold(text: string, { colour }: Terminal): string {
  return colour ? styleText('bold', text) : text
}

/** Breaks a text into lines of at most `width` columns; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

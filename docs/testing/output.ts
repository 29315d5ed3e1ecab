/**
 * The first line of a block that real output does not have, in order. Lines may be left out of a block; `…` stands for
 * anything; times, the widths of columns, the projects and folders of tests may differ.
 */
export function missingLine(block: string, output: string): string | undefined {
  const real = output.split('\n')
  let at = 0
  for (const line of block.split('\n').filter((each) => each.trim())) {
    const found = real.findIndex((each, index) => index >= at && likeness(line).test(each))
    if (found < 0) return line
    at = found + 1
  }
  return undefined
}

function likeness(line: string): RegExp {
  const parts = line.trim().split(/(…|\d+ ms|\S+\.spec\.ts|\s+)/)
  const patterns = parts.map((part) => {
    if (part === '…') return '.*'
    if (/^\d+ ms$/.test(part)) return '\\d+ ms'
    if (part.endsWith('.spec.ts')) return `(?:\\[.+\\] )?\\S*${escaped(part)}`
    return /^\s+$/.test(part) ? '\\s+' : escaped(part)
  })
  return new RegExp(`^\\s*${patterns.join('')}\\s*$`)
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

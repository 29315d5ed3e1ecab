import { type CodeRow, isDocumented, lookup } from '../../codes/index.ts'

/** What the documentation says about the code, in our words. */
export function documentation(code: number): string[] {
  if (!isDocumented(code)) return [`The documentation does not list ${code}.`]
  const { title, cause, advice, channels, evidence, drift }: CodeRow = lookup(code)
  return [
    `What the documentation says about ${code}: ${title}`,
    `  Cause     ${cause}`,
    `  Advice    ${advice}`,
    `  Channels  ${channels.join(', ')} (evidence: ${evidence})`,
    ...(drift ? [`  Drift     ${drift}`] : []),
  ]
}

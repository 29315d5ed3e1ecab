import { type CodeRow, sections } from '../../src/codes/index.ts'
import { recipesFor } from '../../src/codes/recipes.ts'
import { takesInWords } from '../../src/codes/takes.ts'
import { whyNever } from '../../src/codes/why-never.ts'

/** The page of all codes, from the rows themselves. */
export function codesPage(): string {
  const parts = sections.map(({ title, titleZh, rows }) =>
    [
      `## ${title} ${titleZh}`,
      '',
      '| code | situation | 情况 | a test makes it by | takes |',
      '|-|-|-|-|-|',
      ...rows.map(
        (row: CodeRow) => `| ${row.code} | ${row.title} | ${row.titleZh} | ${maker(row)} | ${takes(row)} |`,
      ),
      '',
    ].join('\n'),
  )
  return `# All codes

What happened, and the call that makes it happen in a test: \`await\` it. \`npx zego-faults explain <code>\` has the rest: what to do, where the
code arrives, and what this SDK does otherwise. Rows without a call are about calls of the app's own, with a wrong argument or at a
wrong time; how an app takes those shows \`faults.signaling.force\`, for any number from 1000000 on. Where it says **superseded**, this SDK
never gives the code: the call makes the situation, and what is named comes instead. What is **not on the web** has nothing to make it.

${parts.join('\n')}`
}

function maker(row: CodeRow): string {
  const never = whyNever(row)
  const calls = recipesFor(row.code)
    .map((recipe) => {
      const [call, where] = recipe.split('  // ')
      return `\`${call}\`${where ? ` ${where}` : ''}`
    })
    .join('; or ')
  return [never?.replace(/^(superseded|not on the web)/, '**$1**'), calls].filter(Boolean).join(': ')
}

function takes({ takes }: CodeRow): string {
  return takes ? takesInWords(takes) : ''
}

import type { LedgerVersions } from './ledger-versions.ts'

/** Where builds differ from the newest, line by line; nothing when all are alike. */
export function driftInWords(table: LedgerVersions | null): readonly string[] {
  if (!table) return []
  const { situations, newest } = table
  const lines = situations
    .filter(({ cells }) => cells.some(({ differs }) => differs))
    .flatMap(({ title, cells }) => [
      `  ${title}`,
      ...cells
        .filter(({ build, differs }) => differs || build === newest)
        .map(({ build, surfaced }) => `    ${build}: ${inWords(surfaced)}`),
    ])
  return lines.length ? ['', 'Builds of the SDK that surface something else than the newest:', ...lines] : []
}

function inWords(surfaced: readonly { readonly code: number; readonly via: string }[]): string {
  return surfaced.map(({ code, via }) => `${code} ${via}`).join(', ') || 'nothing'
}

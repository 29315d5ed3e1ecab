import { codes } from '../src/codes/index.ts'
import { promisesRecovery } from '../src/ledger/proofs/proofs.ts'
import type { RecordedProof, RecordedProofs } from '../src/ledger/proofs/recorded-proofs.ts'

/** The numbers that a README states: of how many rows each of the six proofs is recorded. */
export function recordedCounts(recorded: RecordedProofs) {
  const proofs = Object.values(recorded)
  const count = (has: (proof: RecordedProof) => boolean) => proofs.filter(has).length
  return {
    rows: codes.length,
    player: codes.filter((row) => 'needs' in row && row.needs === 'player').length,
    situation: proofs.length,
    number: count(({ situation }) => situation[0] === 'number'),
    unpatched: count(({ means }) => means !== 'patched'),
    channel: count(({ channel }) => channel),
    app: count(({ reaction }) => reaction === 'app'),
    bare: count(({ reaction }) => reaction === 'bare-page'),
    promised: codes.filter((row) => promisesRecovery(row) && !('needs' in row && row.needs)).length,
    recovery: count(({ recovery }) => recovery),
    control: count(({ control }) => control === 'red'),
  }
}

/** The sentence of each README that states the six numbers, and what it stands between there. */
export const sentences: Readonly<Record<string, (counts: ReturnType<typeof recordedCounts>) => string>> = {
  'README.md': (counted) =>
    `Of these ${counted.rows} rows, a run of everything proves: for **${counted.situation}**, that the situation was made and has the ` +
    `outcome that the row says (for ${counted.number} of them only because the test told the cloud a number); for **${counted.unpatched}**, ` +
    `without a patch of the page; for **${counted.channel}**, on which channel; for **${counted.app}**, what the sample app makes of it ` +
    `(for ${counted.bare} more, what it would say, on a page without an app); for **${counted.recovery}**, the way back ` +
    `(the advice promises one for ${counted.promised}); and **${counted.control}** go red without their fault. ${counted.player} more rows run only with [the vendor's player](docs/player-plugin.md).`,
  'README.zh-CN.md': (counted) =>
    `这 ${counted.rows} 行中，一次完整运行证明了：**${counted.situation}** 行的情形确实被制造，且结果与该行所述一致（其中 ${counted.number} 行只因测试让云端返回了指定的数字）；` +
    `**${counted.unpatched}** 行没有给页面打补丁；**${counted.channel}** 行的到达途径；**${counted.app}** 行在示例应用中的反应（另有 ${counted.bare} 行只在没有应用的页面上）；` +
    `**${counted.recovery}** 行的恢复（文档承诺可以恢复的有 ${counted.promised} 行）；不注入故障时，**${counted.control}** 行会变红。另有 ${counted.player} 行需要[官方播放器](docs/player-plugin.md)才会运行。`,
}

const [begin, end] = ['<!-- proofs -->', '<!-- /proofs -->'] as const

/** A README with the sentence in its place. @throws {Error} when it has no place for it */
export function withSentence(readme: string, sentence: string): string {
  const [before, rest] = readme.split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error(`The README has no ${begin} … ${end} for its numbers.`)
  return `${before}${begin}\n${sentence}\n${end}${after}`
}

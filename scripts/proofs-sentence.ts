import { codes } from '../src/codes/index.ts'
import { promisesRecovery } from '../src/ledger/proofs/proofs.ts'
import type { RecordedProof, RecordedProofs } from '../src/ledger/proofs/recorded-proofs.ts'

/** The numbers that a README states: of how many rows each of the six proofs is recorded. */
export function recordedCounts({ rows }: RecordedProofs) {
  const proofs = Object.values(rows)
  const promised = codes.filter((row) => promisesRecovery(row) && !('needs' in row && row.needs))
  const count = (has: (proof: RecordedProof) => boolean) => proofs.filter(has).length
  return {
    rows: codes.length,
    player: codes.filter((row) => 'needs' in row && row.needs === 'player').length,
    unproven: codes.filter((row) => 'unproven' in row && row.unproven).length,
    situation: proofs.length,
    number: count(({ situation }) => situation[0] === 'number'),
    unpatched: count(({ means }) => means !== 'patched'),
    channel: count(({ channel }) => channel),
    app: count(({ reaction }) => reaction === 'app'),
    bare: count(({ reaction }) => reaction === 'bare-page'),
    promised: promised.length,
    kept: promised.filter(({ code }) => rows[code]?.recovery).length,
    recovery: count(({ recovery }) => recovery),
    control: count(({ control }) => control === 'red'),
  }
}

/** The part of each README that states the six numbers. */
export const sentences: Readonly<Record<string, (counts: ReturnType<typeof recordedCounts>) => string>> = {
  'README.md': (
    counted,
  ) => `Each code is a row of the [ledger](docs/reading-the-ledger.md). Of the ${counted.rows} rows, a run of everything proves:

- for **${counted.situation}**, that the situation was made and has the outcome that the row states (for ${counted.number} of them only because the test told the cloud a number);
- for **${counted.unpatched}**, that it is done without patching the page;
- for **${counted.channel}**, on which channel the outcome reaches an app;
- for **${counted.app}**, what the sample app makes of it (for ${counted.bare} more, what it would say, on a page without an app);
- for **${counted.recovery}**, that the app is back where it was once the cause is gone: ${counted.kept} of the ${counted.promised} rows whose advice promises such a way back, and ${counted.recovery - counted.kept} others;
- for **${counted.control}**, that the test fails when the fault is left out.

${counted.player} more rows run only with [the vendor's player](docs/player-plugin.md); ${counted.unproven} have no proof: [Limits](#limits) says why.`,
  'README.zh-CN.md': (
    counted,
  ) => `[台账](docs/reading-the-ledger.md)里每个返回码占一行。这 ${counted.rows} 行中，一次完整运行证明了：

- **${counted.situation}** 行：情形确实被制造出来，结果与该行所述一致（其中 ${counted.number} 行只因测试让云端返回了指定的数字）；
- **${counted.unpatched}** 行：做到这一点不需要给页面打补丁；
- **${counted.channel}** 行：结果从哪个通道到达应用；
- **${counted.app}** 行：示例应用如何反应（另有 ${counted.bare} 行只在没有应用的页面上，证明它会说什么）；
- **${counted.recovery}** 行：原因消除后，应用回到了原来的状态。建议中承诺可以恢复的有 ${counted.promised} 行，其中 ${counted.kept} 行得到证明；另外还有 ${counted.recovery - counted.kept} 行；
- **${counted.control}** 行：去掉故障，测试就会失败。

另有 ${counted.player} 行需要[官方播放器](docs/player-plugin.md)才会运行；还有 [${counted.unproven} 行](#限制)没有证明。`,
}

const [begin, end] = ['<!-- proofs -->', '<!-- /proofs -->'] as const

/** A README with the sentence in its place. @throws {Error} when it has no place for it */
export function withSentence(readme: string, sentence: string): string {
  const [before, rest] = readme.split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error(`The README has no ${begin} … ${end} for its numbers.`)
  return `${before}${begin}\n${sentence}\n${end}${after}`
}

import { type CodeRow, isDocumented, lookup } from '../../codes/index.ts'
import { howToWait, type Takes, takesInWords, waits } from '../../codes/takes.ts'
import { givesNever, type Otherwise, otherwise } from '../by-version.ts'
import { timeoutOfTest } from '../matchers/before-test-ends.ts'
import type { Zego } from '../zego.ts'
import type { Asked } from './story.ts'

/** For the first line: that this version does not give the code; or how long it takes, where that is longer than what has passed. */
export function howLong(zego: Zego, asked: Asked): string {
  if (isNever(zego, asked)) return ` SDK ${versionOf(zego)} does not give it.`
  const instead = ofAnother(asked)
  if (instead) return ` The SDK gives ${instead.join(' or ') || 'no code'} instead.`
  const takes = missing(zego, asked)
  return takes ? ` It takes ${takesInWords(takes)}.` : ''
}

/** What this version of the SDK does instead; else how the test has the time that the code takes. */
export function patience(zego: Zego, asked: Asked): string[] {
  const { code, isTestOver } = asked
  const takes = isNever(zego, asked) ? undefined : missing(zego, asked)
  return [
    ...(isTestOver
      ? [`The test had no time left: it has ${timeoutOfTest()} ms in all, test.setTimeout() gives it more.`]
      : []),
    ...others(zego, asked).map((other) => inWords(other, String(versionOf(zego)))),
    ...(takes && code !== undefined ? [`To have that time: ${howToWait(code, takes)}.`] : []),
  ]
}

const versionOf = ({ engines }: Zego) => engines.at(-1)?.version

function others(zego: Zego, { code }: Asked): Otherwise[] {
  const version = versionOf(zego)
  return code !== undefined && version ? otherwise(code, version, kindsOf(zego)) : []
}

/** What went wrong: time that passed is no cause. */
function kindsOf({ faults }: Zego): ReadonlySet<string> {
  const kinds = faults.filter(({ preparation }) => !preparation).map(({ fault }) => fault.split('.')[0] ?? '')
  return new Set(kinds.filter((kind) => kind !== 'time'))
}

function isNever(zego: Zego, { code }: Asked): boolean {
  const version = versionOf(zego)
  return code !== undefined && version !== undefined && givesNever(code, version)
}

/** What the SDK gives in the place of a code that it has never been seen to give. */
function ofAnother({ code }: Asked): readonly number[] | undefined {
  if (code === undefined || !isDocumented(code)) return undefined
  const { evidence, instead = [] }: CodeRow = lookup(code)
  return evidence === 'superseded' || evidence === 'not-on-web' ? instead : undefined
}

/** How long the code takes, where less has passed. */
function missing(zego: Zego, asked: Asked): Takes | undefined {
  const { code } = asked
  const takes = code !== undefined && isDocumented(code) ? (lookup(code) as CodeRow).takes : undefined
  const version = versionOf(zego)
  if (takes && version && !waits(takes, version)) return undefined
  return takes && passed(zego, asked) < takes.seconds[1] ? takes : undefined
}

function inWords({ situation, build, surfaces, states, unlike }: Otherwise, version: string): string {
  const told = surfaces.length > 0 ? surfaces.join(', ') : 'no code'
  const [state] = states
  // A room that has lost its link tells so only when it is there again.
  const back = situation.endsWith('and back') ? 'once the link is back' : 'instead'
  const ask = state ? `${back}: await expect(zego).toEmit('roomStateChanged', '${state}').` : ''
  const seen = `${told} for "${situation}"${state ? `, and tells ${states.join(', ')} without a code` : ''}`
  if (unlike)
    return `The app has SDK ${version}, which was not tried: ${build} surfaces ${seen}; ${unlike} surfaces it.${ask && ` If yours is like ${build}, ${ask}`}`
  const which =
    build === version ? `SDK ${version} surfaces` : `The app has SDK ${version}; ${build} surfaces`
  return `${which} ${seen}.${ask && ` Ask for that ${ask}`}`
}

/** Seconds since the fault on the page's clock, which faults may have moved. */
function passed({ faults }: Zego, { since }: Asked): number {
  const moved = faults
    .filter(({ at }) => at >= since)
    .map(({ evidence }) => Number(evidence.movedMs ?? 0) - Number(evidence.realMs ?? 0))
  const real = since > 0 ? Date.now() - since : 0
  return (real + moved.reduce((sum, ms) => sum + ms, 0)) / 1000
}

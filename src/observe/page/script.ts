import { capturesScript } from '../../faults/in-page/record-captures.ts'
import { findEngines } from './find-engines.ts'
import { type Parts, type RecorderOptions, record } from './record.ts'
import { recordCalls } from './record-calls.ts'
import { recordPageErrors } from './record-page-errors.ts'
import { recordPlayer } from './record-player.ts'
import { snapshot } from './snapshot.ts'
import { watchReaction } from './watch-reaction.ts'
import { wrapEmitter } from './wrap-emitter.ts'
import { wrapMethods } from './wrap-methods.ts'

const parts: Parts = {
  ...{ snapshot, findEngines, wrapMethods, wrapEmitter, recordCalls, recordPageErrors },
  recordPlayer,
  watchReaction,
}

/**
 * The recorder as the text of a script that runs in a page. The functions are sent as they are, so that it needs no
 * bundler; `__name` is what some transpilers wrap around every function.
 */
export function recorderScript(options: RecorderOptions): string {
  const fields = Object.entries(parts).map(([name, part]) => `${name}: ${String(part)}`)
  return `(() => {
const __name = (value) => value;
${capturesScript()};
(${String(record)})({ ${fields.join(',\n')} }, ${JSON.stringify(options)});
})()`
}

import { denied } from '../../src/cloud/gateway/signaling/denial.ts'
import { result } from '../../src/cloud/gateway/signaling/result.ts'
import { refused as mixer } from '../../src/cloud/mixer/refused.ts'
import { refused as music, status } from '../../src/cloud/music/refused.ts'
import { refused as token } from '../../src/cloud/token-judge.ts'
import { met } from './met.ts'
import { running } from './plan.ts'

/** The numbers by which the cloud says what is wrong, by service. */
const tables: Readonly<Record<string, Record<string, number>>> = {
  gateway: result,
  'gateway denial': denied,
  mixer,
  music,
  'music status': status,
  token,
}

/** Numbers that the SDK gets and does not look at, as their reasons say: another one changes nothing that a page could see. */
const unheard: ReadonlySet<string> = new Set([
  // Answers of a session's end, which the SDK does not wait for.
  'number gateway peerNotFound',
  // The action alone says what becomes of the session.
  'number gateway denial serverStopped',
])

/** Every number of the cloud that the SDK looks at, as the name of its mutant. */
export const numberMutants: readonly string[] = Object.entries(tables)
  .flatMap(([service, table]) => Object.keys(table).map((key) => nameOf(service, key)))
  .filter((name) => !unheard.has(name))

/** From here on a number whose mutant is on is that of the next reason in its table. */
export function switchNumbers(): void {
  for (const [service, table] of Object.entries(tables)) {
    const entries = Object.entries(table)
    for (const [at, [key, number]] of entries.entries()) {
      const sibling = (entries[at + 1] ?? entries[0])?.[1] ?? number
      const name = nameOf(service, key)
      const get = () => {
        met.add(name)
        return running.has(name) ? sibling : number
      }
      Object.defineProperty(table, key, { get, enumerable: true })
    }
  }
}

function nameOf(service: string, key: string): string {
  return `number ${service} ${key}`
}

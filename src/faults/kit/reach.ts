import type { Page } from '@playwright/test'
import { othersOf } from './people.ts'
import type { Injection } from './receipt.ts'

/** Whom a fault reaches that cannot be aimed at one page: everybody in its context, or in the whole browser. */
const shared: Readonly<Record<string, 'context' | 'browser'>> = {
  permission: 'context',
  network: 'context',
  time: 'context',
  'device.none': 'browser',
  'device.busy': 'browser',
  'screen.cancelled': 'browser',
  'screen.unreadable': 'browser',
  'browser.without': 'browser',
  'browser.autoplayBlocked': 'browser',
  'browser.strictSdp': 'browser',
}

/** Lets a receipt say whom else the fault reached, by the addresses of their pages (`alsoHit`); nothing where nobody was. */
export async function nameOthers(page: Page, fault: string, { means, evidence }: Injection): Promise<void> {
  const [kind = ''] = fault.split('.')
  const within = shared[fault] ?? shared[kind]
  // A patch of the page is this page's alone; only the clock is replaced for all pages of a context.
  if (!within || page.isClosed() || (means === 'patched' && kind !== 'time')) return
  const others = await othersOf(page, within)
  if (others.length > 0) Object.assign(evidence, { alsoHit: others.map((other) => other.url()) })
}

/** What changes the service for everybody, by kind; `http` and `server` are the service's as a whole. */
const ofEverybody: Readonly<Record<string, readonly string[]>> = {
  signaling: ['answer', 'silence', 'force', 'configure'],
  media: [
    ...['answer', 'silence', 'unreadableAnswer', 'withoutCandidates', 'emptyAnswer'],
    ...['offerRelay', 'notOffered', 'reset'],
  ],
  cdn: ['missing', 'cut', 'slow', 'damagedSound', 'damagedPicture', 'wrongCodec'],
  http: ['answer', 'silence'],
  server: [
    'call',
    'answer',
    'silence',
    'delayCallbacks',
    'loseCallbacks',
    'repeatCallbacks',
    'swapCallbacks',
  ],
}

/** A kind of faults, but those that cannot be for one person throw, and say what can. */
export function refuseForAll<Faults extends object>(kind: string, faults: Faults): Faults {
  return new Proxy(faults, {
    get(target, name) {
      if (ofEverybody[kind]?.includes(String(name))) return () => Promise.reject(forAll(kind, String(name)))
      const member: unknown = Reflect.get(target, name, target)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

const forAll = (kind: string, name: string) =>
  new Error(
    `${kind}.${name} changes the service, which answers everybody, so that it cannot be for one page. Use ` +
      `faults.${kind}.${name}, or answer one user differently: a handler that is given to cloud.use is told whose request it is.`,
  )

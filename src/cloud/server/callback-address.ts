import type { CallbackAddresses, CallbackEvent, CloudConfiguration } from '../accesshub/configuration.ts'
import { shown } from '../exchange/demand.ts'

/** What the service tells of. */
export const events: readonly CallbackEvent[] = ['room_login', 'room_logout', 'stream_create', 'stream_close']

/** Where a callback goes; nowhere, where nobody wants it. */
export const addressFor = (event: CallbackEvent, callbacks: CallbackAddresses): string | undefined =>
  typeof callbacks === 'string' ? callbacks : callbacks[event]

/**
 * Checks that callbacks stay on this machine, and can be signed.
 *
 * @throws {TypeError} with what to write instead
 */
export function checkCallbacks({
  callbacks,
  callbackSecret,
}: Pick<CloudConfiguration, 'callbacks' | 'callbackSecret'>): void {
  if (typeof callbacks !== 'string' && (typeof callbacks !== 'object' || callbacks === null))
    throw new TypeError(
      `Callbacks go to a URL, or to one for each event, { room_login: 'http://localhost:8080/zego' }, not to ${shown(callbacks)}.`,
    )
  const named = typeof callbacks === 'string' ? {} : callbacks
  const unknown = Object.keys(named).filter((name) => !(events as readonly string[]).includes(name))
  if (unknown.length > 0)
    throw new TypeError(`There is no callback ${unknown.join(', ')}. There are: ${events.join(', ')}.`)
  const addresses = typeof callbacks === 'string' ? [callbacks] : Object.values(callbacks)
  for (const address of addresses) {
    if (!isHere(address))
      throw new TypeError(
        `Callbacks go to a back end on this machine, not to ${address}: write http://localhost:8080/zego.`,
      )
  }
  if (addresses.length > 0 && !callbackSecret)
    throw new TypeError(
      "Callbacks are signed, and need a secret: test.use({ cloudConfiguration: { callbackSecret: '…' } }) with the secret that your back end checks them by.",
    )
}

function isHere(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return /^https?:$/.test(protocol) && /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

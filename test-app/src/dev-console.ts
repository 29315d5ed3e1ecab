import type { Cloud } from '../../src/cloud/doors/msw/index.ts'
import { reply } from '../../src/cloud/exchange/reply.ts'
import { Injector } from '../../src/faults/kit/injector.ts'
import type { Receipt } from '../../src/faults/kit/receipt.ts'
import { MediaFaults } from '../../src/faults/media.ts'
import { SignalingFaults } from '../../src/faults/signaling.ts'
import { createButton } from './view/elements/button.ts'
import { h } from './view/elements/dom.ts'

/** The fault console of `npm run dev`: the faults that need nothing but the cloud in this page, a button each. */
export function faultConsole(cloud: Cloud): HTMLElement {
  const injector = new Injector({ injection: 'on', step: (_, body) => body(), onReceipt: () => {} })
  const signaling = injector.wrap('signaling', new SignalingFaults(cloud))
  const media = injector.wrap('media', new MediaFaults(cloud))
  const log = h('output', { 'aria-label': 'Receipt' })

  const actions: Record<string, () => Promise<Receipt | string>> = {
    'A guest goes live': () => guest(cloud),
    'Kick me out': () => signaling.kick('by-server', { message: 'from the fault console' }),
    'Log in elsewhere': () => signaling.loginElsewhere(),
    'Expire my token': () => signaling.expireToken(),
    'Break the tunnels': () => signaling.breakTunnels(),
    'Refuse logins: room full': () => signaling.answer('LoginRoomReq', reply.code(1105)),
    'Forbid my stream': () => media.forbid({ role: 'publisher' }),
    'Reset the gateway': () => media.reset(),
    'Refuse media sessions': () => media.answer('CreateSessionWithSdpReq', reply.code(2015)),
    'Answer as usual again': async () => {
      await Promise.all([signaling.restore(), media.restore()])
      return 'Every request is answered as usual.'
    },
  }

  const buttons = Object.entries(actions).map(([label, act]) => {
    const run = async () => {
      log.textContent = await act().then(
        (result) =>
          typeof result === 'string' ? result : `${result.fault}: ${JSON.stringify(result.evidence)}`,
        (error: Error) => error.message,
      )
    }
    return createButton(run, { label }).element
  })
  return h(
    'details',
    { class: 'fault-console' },
    h('summary', {}, 'Faults'),
    h('div', { class: 'buttons' }, ...buttons),
    log,
  )
}

let guests = 0

async function guest(cloud: Cloud): Promise<string> {
  const [client] = cloud.clients
  if (!client) return 'Join a room first.'
  guests += 1
  const participant = client.room.join(`guest-${guests}`)
  participant.say('Hello!')
  await participant.publish(`guest-stream-${guests}`)
  return `${participant.userId} is live.`
}

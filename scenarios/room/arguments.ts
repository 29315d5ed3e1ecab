import type { Faults, Zego } from '../../fixtures/index.ts'
import type { Engine } from '../engine.ts'
import type { LiveRoom } from '../live-room.ts'
import { inRoom } from '../reacting/ends.ts'
import type { Call } from '../room-calls.ts'
import { expect } from '../test.ts'

/** Arguments of a login, right and wrong ones. */
export interface Row {
  readonly code: number
  readonly what: string
  /** The longest, and every character that is allowed. Lengths are counted in UTF-16 units. */
  readonly accepted: readonly string[]
  /** What has the row's code. */
  readonly refused: readonly unknown[]
  readonly call: (argument: unknown) => Call
}

/** What a person types into the form to join. */
export interface Typed {
  readonly code: number
  readonly text: string
}

interface Scene {
  readonly faults: Faults
  readonly zego: Zego
}

export const everyCharacterAllowed = "azAZ09!#$%&'()*+,-.;<=>@\\^_`~"
export const charactersRefused = [...' "/:?[]{|}\t\n\u00a0’é中', '😀']

/** Logs in with all arguments of a row, one after the other. */
export async function tryAll(
  { code, accepted, refused, call }: Row,
  { engine, faults, zego }: Scene & { readonly engine: Engine },
): Promise<void> {
  await engine.call('logoutRoom') // without its fault, the row before has logged in
  for (const legal of accepted) {
    const [method, ...args] = call(legal)
    expect(await engine.call(method, ...args)).toEqual({ how: 'resolved', value: true })
    await engine.call('logoutRoom')
  }
  for (const value of refused) {
    const input = await faults.input.argument(value, { insteadOf: 'legal-1' })
    const [method, ...args] = call(input.value)
    await engine.call(method, ...args)
    await expect(zego).toSurface(code, { via: 'api:loginRoom', since: input })
    await expect(zego).toSurface(code, { via: 'event:roomStateChanged', since: input })
  }
  await expect(engine).toReact(code)
}

/** Types each text into a field of the form, and after each of them one that is right. */
export async function typeAll(
  rows: readonly Typed[],
  field: 'Room ID' | 'Your name',
  { app, faults, zego }: Scene & { readonly app: LiveRoom },
): Promise<void> {
  const [roomId, userId] = [app.roomId, app.userId]
  for (const { code, text } of rows) {
    const wrong = await faults.input.argument(text, { insteadOf: field === 'Room ID' ? roomId : userId })
    if (field === 'Room ID') await app.tryToJoin(wrong.value, userId)
    else await app.tryToJoin(roomId, wrong.value)
    await expect(zego).toSurface(code, { via: 'api:loginRoom', since: wrong })
    await expect(zego).toSurface(code, { via: 'event:roomStateChanged', since: wrong })
    await expect(app).toReact(code)
    await app.recover(inRoom, async () => {
      await expect(app.page.getByRole('textbox', { name: field })).toBeFocused()
      await app.tryToJoin(roomId, userId)
    })
    await app.button('Leave').click()
  }
}

import type { Faults, Zego } from '../../fixtures/index.ts'
import type { Engine } from '../engine.ts'
import { expect } from '../test.ts'
import { started } from './task.ts'

/** Settings of a mix, right and wrong ones. */
export interface Row {
  readonly code: number
  readonly what: string
  readonly accepted?: readonly object[]
  /** What has the row's code. */
  readonly refused: readonly object[]
  /** Nearly the same mistake, which has another code. */
  readonly otherwise?: readonly { readonly code: number; readonly settings: object }[]
}

interface Scene {
  readonly engine: Engine
  readonly faults: Faults
  readonly zego: Zego
}

/** Starts a mix with all settings of a row, one after the other. @param legal what the settings are changes of */
export async function tryAll(
  { code, accepted = [], refused, otherwise = [] }: Row,
  start: 'startMixerTask' | 'startAutoMixerTask',
  legal: object,
  { engine, faults, zego }: Scene,
): Promise<void> {
  const via = `api:${start}` as const
  for (const settings of [{}, ...accepted])
    expect(await engine.call(start, { ...legal, ...settings })).toMatchObject(started)
  for (const settings of refused) {
    const wrong = await faults.input.argument({ ...legal, ...settings }, { insteadOf: legal })
    await engine.call(start, wrong.value)
    await expect(zego).toSurface(code, { via, since: wrong })
    await expect(engine).toReact(code)
  }
  for (const other of otherwise) {
    const wrong = await faults.input.argument({ ...legal, ...other.settings }, { insteadOf: legal })
    await engine.call(start, wrong.value)
    await expect(zego).toSurface(other.code, { via, since: wrong, undocumented: true })
  }
}

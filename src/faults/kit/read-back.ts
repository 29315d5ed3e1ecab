import { type Conditions, heldBackMs, resentAfterMs } from '../../cloud/gateway/media/conditions.ts'
import type { Reading } from '../../cloud/gateway/media/meter.ts'
import { wanderingMs } from '../../cloud/gateway/media/wander.ts'

/** How far what is measured may be from what was asked. */
const tolerance = { loss: 0.01, delayMs: 10, rate: 0.1 }

/** Packets that a mean is from, at the least, and those after which a link that nothing filled counts as such. */
const [FEW, MANY] = [50, 300]
/** As many times jitter goes up and down before its mean is right. */
const TURNS = 10

/** Whether so much was measured that it can be held to what was asked. */
export function isEnough(
  { loss = 0, burst = 1, jitterMs = 0, rateKbps }: Conditions,
  reading: Reading,
): boolean {
  const { packets, arrived, overMs } = reading
  // One run of lost packets more or less than its share is within the tolerance by then.
  if (packets < (loss > 0 ? Math.max(FEW, burst / tolerance.loss) : FEW)) return false
  if (arrived < FEW * (1 - loss)) return false
  if (jitterMs > 0 && overMs < TURNS * wanderingMs(jitterMs)) return false
  return rateKbps === undefined || reading.rateKbps !== undefined || isHardlyFilled(reading)
}

/** What was measured otherwise than asked, in words; nothing where all is as asked. */
export function deviations(asked: Conditions, reading: Reading): string[] {
  const { loss = 0, latencyMs = 0, jitterMs = 0, reorder = 0, rateKbps } = asked
  const wrong: string[] = []
  if (Math.abs(reading.loss - loss) > tolerance.loss) wrong.push(`loss ${reading.loss} for ${loss}`)
  const { delayMs, spreadMs = 0 } = reading
  if (delayMs !== undefined) {
    const expected = latencyMs + jitterMs / 2 + reorder * heldBackMs
    if (Math.abs(delayMs - expected) > tolerance.delayMs) wrong.push(`${delayMs} ms for ${expected} ms`)
    if (spreadMs < jitterMs / 2) wrong.push(`a spread of ${spreadMs} ms for a jitter of ${jitterMs} ms`)
    if (reading.overtaken < reorder / 2) wrong.push(`${reading.overtaken} overtaken for ${reorder}`)
  }
  const { resentMs = Number.POSITIVE_INFINITY } = reading
  if (resentMs < resentAfterMs(asked) - tolerance.delayMs) wrong.push(`sent again within ${resentMs} ms`)
  if (rateKbps !== undefined) wrong.push(...deviationsOfRate(asked, rateKbps, reading))
  return wrong
}

/** Whether only a rate was asked, and one that the traffic does not need: nobody would notice it. */
export function neverFills({ rateKbps, queueMs, ...others }: Conditions, reading: Reading): boolean {
  if (rateKbps === undefined || Object.keys(others).length > 0) return false
  return reading.rateKbps === undefined && isHardlyFilled(reading)
}

/** Of a link that most packets have to wait for, the rate is still to come. */
function isHardlyFilled({ behind, packets }: Reading): boolean {
  return packets >= MANY && behind < packets / 2
}

/** A rate can be measured only where the link is full now and then. */
function deviationsOfRate(asked: Conditions, rateKbps: number, reading: Reading): string[] {
  const { rateKbps: measured } = reading
  if (neverFills(asked, reading)) return [`traffic that never fills ${rateKbps} kbit/s`]
  const isOff = measured !== undefined && Math.abs(measured / rateKbps - 1) > tolerance.rate
  return isOff ? [`${measured} kbit/s for ${rateKbps} kbit/s`] : []
}

import type { CloudConfiguration } from '../accesshub/configuration.ts'
import { Refusal } from '../exchange/refusal.ts'
import { refused } from './refused.ts'
import { callSignature } from './signature.ts'

type Apps = Pick<CloudConfiguration, 'serverSecret' | 'appIds' | 'brokenAppIds'>

/** How far a timestamp may be from the service's time, in s. */
const deviation = 600

/**
 * Checks the common parameters of a call: that the app is known, the signature its own and not stale.
 *
 * @param now ms since 1970, by the service's clock
 * @throws {Refusal} with the documented code of what is wrong first
 */
export function checkCredentials(query: URLSearchParams, now: number, configuration: Apps): void {
  const given = (name: string, code: number) => {
    const value = query.get(name)
    if (!value) throw new Refusal(code, `${name} is empty`)
    return value
  }
  const appId = query.get('AppId') ?? ''
  if (!isUint32(appId)) throw new Refusal(refused.appIdMalformed, `AppId is not a number: ${appId}`)
  const timestamp = given('Timestamp', refused.noTimestamp)
  if (!/^\d+$/.test(timestamp))
    throw new Refusal(refused.timestampMalformed, `Timestamp is not in seconds: ${timestamp}`)
  const nonce = given('SignatureNonce', refused.noNonce)
  const signature = given('Signature', refused.noSignature)
  const version = given('SignatureVersion', refused.noSignatureVersion)
  if (version !== '2.0')
    throw new Refusal(refused.signatureVersionUnknown, `SignatureVersion is ${version}, not 2.0`)
  const secret = secretOf(Number(appId), configuration)
  if (Math.abs(Number(timestamp) - now / 1_000) > deviation)
    throw new Refusal(refused.signatureExpired, 'the signature has expired')
  if (signature !== callSignature({ appId, nonce, secret, timestamp }))
    throw new Refusal(refused.signatureWrong, 'the signature is wrong')
}

function secretOf(appId: number, { serverSecret, appIds, brokenAppIds }: Apps): string {
  if (serverSecret === undefined)
    throw new Refusal(refused.noServerSecret, 'no ServerSecret: set cloudConfiguration.serverSecret')
  if (appIds !== 'any' && !appIds.includes(appId))
    throw new Refusal(refused.noServerSecret, `no ServerSecret for AppId ${appId}`)
  if (brokenAppIds.includes(appId))
    throw new Refusal(refused.noAppConfiguration, `no configuration for AppId ${appId}`)
  return serverSecret
}

const isUint32 = (text: string) => /^\d{1,10}$/.test(text) && Number(text) < 2 ** 32

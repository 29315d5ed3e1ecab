import { getResponse } from 'msw'
import type { Cloud } from '../cloud.ts'
import { callSignature } from '../server/signature.ts'

/** The app of the tests: its secret, and the AppID that its clients and its back end say. */
export const app = { appId: 1_234_567_890, serverSecret: 'a-server-secret-of-32-characters' } as const

/** The query of a call of the server API, signed as a back end does it; a common parameter that is `undefined` is left out. */
export function signedQuery(
  action: string,
  parameters: Readonly<Record<string, string | readonly string[]>> = {},
  common: Readonly<Record<string, string | undefined>> = {},
): URLSearchParams {
  const nonce = '4fd24687296dd9f3'
  const timestamp = Math.round(Date.now() / 1_000)
  const { appId, serverSecret: secret } = app
  const all: Record<string, string | readonly string[] | undefined> = {
    Action: action,
    AppId: `${appId}`,
    SignatureNonce: nonce,
    Timestamp: `${timestamp}`,
    SignatureVersion: '2.0',
    Signature: callSignature({ appId, nonce, secret, timestamp }),
    ...common,
    ...parameters,
  }
  const pairs = Object.entries(all).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  )
  return new URLSearchParams(pairs)
}

/** An answer of the server API. */
export interface ApiAnswer {
  readonly Code: number
  readonly Message: string
  readonly RequestId: string
  readonly Data?: unknown
}

/** Calls the server API in this process, by its MSW handlers. @throws when none of them answers */
export async function callApi(cloud: Cloud, ...query: Parameters<typeof signedQuery>): Promise<ApiAnswer> {
  const request = new Request(`https://rtc-api.zego.im/?${signedQuery(...query)}`)
  const response = await getResponse(cloud.httpHandlers, request)
  if (!response) throw new Error(`Nobody answers ${request.url}`)
  return response.json()
}

import { fetchJson, OwnServerError } from '../own-server.ts'

/**
 * A login token for `userID` in `roomID`, from this app's own token service.
 *
 * Only a server may make tokens: the secret behind them must never reach a page.
 *
 * @throws OwnServerError when the service is out of reach, refuses, or answers something else than `{ token }`
 */
export async function fetchToken(userID: string, roomID: string): Promise<string> {
  const body = await fetchJson(`/api/token?${new URLSearchParams({ userID, roomID })}`)
  if (typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string')
    return body.token
  throw new OwnServerError('/api/token answered without a token')
}

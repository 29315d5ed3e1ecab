/** This app's own server failed. That is not ZEGO's doing, so there is no ZEGO code. */
export class OwnServerError extends Error {
  override readonly name = 'OwnServerError'
}

/**
 * The JSON at `path` of the server this page came from.
 *
 * @throws OwnServerError when it is out of reach, refuses, or does not answer with JSON
 */
export async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path, { cache: 'no-store' }).catch((cause: unknown) => {
    throw new OwnServerError(`${pathOnly(path)} cannot be reached`, { cause })
  })
  if (!response.ok) throw new OwnServerError(`${pathOnly(path)} answered HTTP ${response.status}`)
  return response.json().catch((cause: unknown) => {
    throw new OwnServerError(`${pathOnly(path)} did not answer with JSON`, { cause })
  })
}

/** Without the query: who wants into which room is nothing for an error text. */
function pathOnly(path: string): string {
  return path.replace(/\?.*/, '')
}

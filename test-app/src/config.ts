import type { SdkModule } from './device/sdk-modules.ts'
import { fetchJson, OwnServerError } from './own-server.ts'

/** Which ZEGO project this page belongs to. */
export interface Config {
  readonly appID: number
  readonly server: string
  /** What this project sets in its engine, as `setEngineConfig` takes it. */
  readonly engine?: object
  /** A person may be in a second room at the same time; ZEGO has to allow it for the project as well. */
  readonly multiRoom?: boolean
  /** Streams of others are played by low-latency live streaming (L3). */
  readonly lowLatency?: boolean
  /** Credentials of this project's streams, as `startPublishingStream` and `startPlayingStream` take them. */
  readonly streamParams?: string
  /** The transcoding template that streams of others are played by, as `startPlayingStream` takes it. */
  readonly codecTemplateID?: number
  /** The SDK's modules that this project uses. */
  readonly modules?: readonly SdkModule[]
  /** How the camera is opened, as `createStream` takes it. */
  readonly camera?: object
}

/**
 * The configuration: `?appID=…&server=…` of the page, else `GET /api/config`, which answers `{ appID, server, … }`.
 *
 * @throws OwnServerError when neither says what is needed
 */
export async function loadConfig(query: URLSearchParams): Promise<Config> {
  const appID = query.get('appID')
  if (appID) return { appID: Number(appID), server: query.get('server') ?? '' }
  const body = await fetchJson('/api/config')
  if (typeof body === 'object' && body !== null && 'appID' in body && typeof body.appID === 'number') {
    return { server: '', ...body, appID: body.appID }
  }
  throw new OwnServerError('/api/config answered without an appID')
}

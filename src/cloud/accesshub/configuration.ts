import { create } from '@bufbuild/protobuf'
import { strToU8, zlibSync } from 'fflate'
import { ProtocolDefect } from '../exchange/defect.ts'
import { shown } from '../exchange/demand.ts'
import { Refusal } from '../exchange/refusal.ts'
import { encode } from '../proto/codec.ts'
import {
  GetCloudSettingConfigRequestSchema,
  GetCloudSettingConfigResponseSchema,
} from '../proto/gen/cloudsetting_pb.ts'
import { InitConfigSchema, ProtocolType, ResourceType } from '../proto/gen/initconfig_pb.ts'
import type { RelayedCall } from './relay.ts'

/** What the service tells the app's own back end of, by `event` of the callback. */
export type CallbackEvent = 'room_login' | 'room_logout' | 'stream_create' | 'stream_close'

/** Where callbacks go: one URL for all, or one for each that is wanted. */
export type CallbackAddresses = string | Readonly<Partial<Record<CallbackEvent, string>>>

/** What a cloud tells its clients about itself. */
export interface CloudConfiguration {
  /** Seconds between heartbeats of an idle link; the SDK takes 1 to 10. */
  heartbeatInterval: number
  /** Seconds without an answer after which the SDK gives the link up; the SDK takes 3 to 30. */
  heartbeatTimeout: number
  /** Seconds the SDK waits for a tunnel to be established. */
  tunnelTimeout: number
  /** The address the cloud says it sees the client at. */
  clientIp: string
  /**
   * Seconds without a word of a client after which it is out of its rooms, and the others hear so. A client gives up after 0.9 of
   * it without an answer: 9 s at least, 90 s at most.
   */
  absenceTimeout: number
  /**
   * The app's server secret, of 32 bytes. With it, tokens are decrypted, and refused where they are of another app or user, or
   * not for this room; without, every one that can be read and has not run out is good. Calls of the server API need it: it signs
   * them.
   */
  serverSecret: string | undefined
  /** Where the app's own back end hears what happens in rooms, at an address of this machine. `cloud.server.callBackTo` sets it later. */
  callbacks: CallbackAddresses
  /** What callbacks are signed with. */
  callbackSecret: string | undefined
  /** Whether tokens that have run out are refused, or let in, as demo tokens of long ago. */
  expiredTokens: 'refuse' | 'allow'
  /** Whether the service puts a client out when its token runs out. Without, it stays in, but publishes nothing anew. */
  tokenExpiryManagement: boolean
  /** AppIDs the service knows; every one, by default. Any other is refused as invalid (20012). */
  appIds: readonly number[] | 'any'
  /** AppIDs whose configuration the service fails to read (20008). */
  brokenAppIds: readonly number[]
  /** How many users a room may have, where the room itself says nothing (`cloud.room(id).capacity`). */
  roomCapacity: number
  /** Whether one client may be in several rooms. */
  multiRoom: boolean
  /**
   * The `streamParams` that streams are published and played with, as the app's back end issues them; any, by default. With others
   * it is 1103019 and 1104046.
   */
  streamParams: string | undefined
  /**
   * The transcoding templates of the project, as players ask for them by `codecTemplateID`; any, by default. Another one is
   * 1004099. Nothing is transcoded: the picture is the one that is published.
   */
  codecTemplates: readonly number[] | 'any'
  /** Whether streams may be mixed. */
  mixing: boolean
  /** Whether all streams of a room may be mixed without naming them. */
  autoMixing: boolean
  /** Whether streams may be relayed to CDNs. */
  cdn: boolean
  /** Whether the app config says where streams can be played from a CDN. Without it, that fails with 1104020. */
  cdnPlayback: boolean
  /** Whether low-latency live streaming (L3) may be used. */
  l3: boolean
  /** Whether copyrighted music may be used. */
  music: boolean
  /** Whether the app config offers real-time media. Without it, publishing and playing fail with 1101002. */
  media: boolean
}

export const defaultConfiguration: CloudConfiguration = {
  heartbeatInterval: 5,
  heartbeatTimeout: 10,
  tunnelTimeout: 15,
  clientIp: '127.0.0.1',
  absenceTimeout: 100,
  serverSecret: undefined,
  callbacks: {},
  callbackSecret: undefined,
  expiredTokens: 'refuse',
  tokenExpiryManagement: true,
  appIds: 'any',
  brokenAppIds: [],
  roomCapacity: Number.POSITIVE_INFINITY,
  multiRoom: true,
  streamParams: undefined,
  codecTemplates: 'any',
  mixing: true,
  autoMixing: true,
  cdn: true,
  cdnPlayback: true,
  l3: true,
  music: true,
  media: true,
}

/** What a setting can be. Those that are missing here are checked by what they are for. */
const takes: {
  readonly [Name in keyof CloudConfiguration]?: readonly [string, (value: unknown) => boolean]
} = {
  heartbeatInterval: ['a whole number of seconds above 0', isCount],
  heartbeatTimeout: ['a whole number of seconds above 0', isCount],
  tunnelTimeout: ['a whole number of seconds above 0', isCount],
  absenceTimeout: ['a number above 0', (value) => typeof value === 'number' && value > 0],
  roomCapacity: [
    'a whole number of users from 0',
    (value) => value === 0 || value === Number.POSITIVE_INFINITY || isCount(value),
  ],
  clientIp: ['an IP address as a text', (value) => typeof value === 'string' && ipAddress.test(value)],
  serverSecret: ['a text, or undefined', isTextOrNothing],
  callbackSecret: ['a text, or undefined', isTextOrNothing],
  callbacks: [
    'a URL, or an object with one for each event',
    (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
  ],
  expiredTokens: ["'refuse' or 'allow'", (value) => value === 'refuse' || value === 'allow'],
  streamParams: ['a text, or undefined', isTextOrNothing],
  appIds: ["'any' or a list of AppIDs", (value) => value === 'any' || isList(value)],
  brokenAppIds: ['a list of AppIDs', isList],
  codecTemplates: ["'any' or a list of template IDs", (value) => value === 'any' || isList(value)],
}

const ipAddress = /^(\d{1,3}(\.\d{1,3}){3}|[\da-f]*:[\da-f:.]+)$/i

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) < 2 ** 31
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isCount)
}

/**
 * Checks settings that differ from the default.
 *
 * @throws {TypeError} for one that there is not, or a value that it cannot have
 */
export function checkConfiguration(wanted: object): void {
  if (typeof wanted !== 'object' || wanted === null)
    throw new TypeError(`The cloud takes settings, such as { roomCapacity: 1 }, not ${shown(wanted)}.`)
  const unknown = Object.keys(wanted).filter((name) => !Object.hasOwn(defaultConfiguration, name))
  if (unknown.length > 0)
    throw new TypeError(
      `The cloud has no setting named ${unknown.join(', ')}. It has: ${Object.keys(defaultConfiguration).join(', ')}.`,
    )
  for (const [name, value] of Object.entries(wanted) as [keyof CloudConfiguration, unknown][]) {
    const isSwitch = typeof defaultConfiguration[name] === 'boolean'
    const [what, isOne] = takes[name] ?? ['true or false', (each) => !isSwitch || typeof each === 'boolean']
    if (!isOne(value)) throw new TypeError(`The setting ${name} takes ${what}, not ${shown(value)}.`)
  }
}

/**
 * @throws {Refusal} unless the service has a configuration for that AppID. 20012 surfaces as 1001004; so does 20008 where the
 *   login is still under way, else the SDK logs out without a word.
 */
export function demandKnown(appId: number, { appIds, brokenAppIds }: CloudConfiguration): void {
  if (appIds !== 'any' && !appIds.includes(appId)) throw new Refusal(20_012, `no AppID ${appId}`)
  if (brokenAppIds.includes(appId)) throw new Refusal(20_008, `no configuration for AppID ${appId}`)
}

/** Where players find a stream that is played from the CDN; the SDK puts its name in. */
export const cdnAddress = 'https://cdn.zego.im/live/{STREAM_NAME}.flv'

/** The app config (`InitConfig`). The SDK reads the media app's name out of `url_template`. */
export function appConfig({ media, cdnPlayback }: CloudConfiguration): Uint8Array {
  const service = { protocol: ProtocolType.WEBRTC, urlTemplate: 'wss://{IP}/ws?app=zego-fault-harness' }
  const resourceInfo = media ? [{ resourceType: ResourceType.RTC, serviceInfo: [service] }] : []
  const fromCdn = { protocol: ProtocolType.FLV, urlTemplate: cdnAddress }
  const cdn = cdnPlayback ? [{ resourceType: ResourceType.CDN, serviceInfo: [fromCdn] }] : []
  const config = create(InitConfigSchema, {
    appConfig: {},
    speedlogConfig: {},
    mediaConfig: {
      playConfig: { resourceInfo: [...resourceInfo, ...cdn], enableCodecTemplate: 1 },
      publishConfig: { resourceInfo },
    },
    logConfig: { wsLog: 0 },
  })
  return encode(InitConfigSchema, config)
}

/** Cloud settings: an empty object for every file asked for, compressed as the SDK wants it. */
export const cloudSettings: RelayedCall<
  typeof GetCloudSettingConfigRequestSchema,
  typeof GetCloudSettingConfigResponseSchema
> = {
  layer: 'accesshub',
  name: 'GetCloudSettingConfigRequest',
  schema: GetCloudSettingConfigRequestSchema,
  response: GetCloudSettingConfigResponseSchema,
  answer: ({ fileList, files, responseCompress }) => {
    const names = new Set([...fileList, ...files.map((file) => file.fileName)])
    if (!names.size) throw new ProtocolDefect('accesshub', 'GetCloudSettingConfigRequest names no file')
    const settings = strToU8('{}')
    return {
      code: 0n,
      fileResponse: [...names].map((fileName) => ({
        code: 0n,
        fileName,
        jsonData: responseCompress === 1 ? settings : zlibSync(settings),
        hash: strToU8('1'),
      })),
    }
  },
  refusal: (code) => ({ code: BigInt(code) }),
}

import { create } from '@bufbuild/protobuf'
import { strToU8, zlibSync } from 'fflate'
import { ProtocolDefect } from '../exchange/defect.ts'
import { encode } from '../proto/codec.ts'
import {
  GetCloudSettingConfigRequestSchema,
  GetCloudSettingConfigResponseSchema,
} from '../proto/gen/cloudsetting_pb.ts'
import { InitConfigSchema, ProtocolType, ResourceType } from '../proto/gen/initconfig_pb.ts'
import type { RelayedCall } from './relay.ts'

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
  /** Whether the app config offers real-time media. Without it, publishing and playing fail with 1101002. */
  media: boolean
}

export const defaultConfiguration: CloudConfiguration = {
  heartbeatInterval: 5,
  heartbeatTimeout: 10,
  tunnelTimeout: 15,
  clientIp: '127.0.0.1',
  media: true,
}

/** The app config (`InitConfig`). The SDK reads the media app's name out of `url_template`. */
export function appConfig({ media }: CloudConfiguration): Uint8Array {
  const service = { protocol: ProtocolType.WEBRTC, urlTemplate: 'wss://{IP}/ws?app=zego-fault-harness' }
  const resourceInfo = media ? [{ resourceType: ResourceType.RTC, serviceInfo: [service] }] : []
  const config = create(InitConfigSchema, {
    appConfig: {},
    speedlogConfig: {},
    mediaConfig: { playConfig: { resourceInfo }, publishConfig: { resourceInfo } },
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

import { create, type MessageInitShape } from '@bufbuild/protobuf'
import { ProtocolDefect } from '../../exchange/defect.ts'
import { decode, encode } from '../../proto/codec.ts'
import {
  type WebrtcCmdReqMsg,
  WebrtcCmdReqMsgSchema,
  type WebrtcCmdRspMsg,
  WebrtcCmdRspMsgSchema,
} from '../../proto/gen/gatewaycommand_pb.ts'

type Fields<M> = Omit<M, '$typeName' | '$unknown'>
/** A peer command by its field, such as `codecErrorNotify`. */
export type CommandName = keyof Fields<WebrtcCmdReqMsg>
/** What a peer command says; its seq is added. */
export type Command<Name extends CommandName> = Omit<
  MessageInitShape<typeof WebrtcCmdReqMsgSchema>[Name] & {},
  'seq'
>

/** The command of a client, with the field that answers it. */
const answers = {
  videoStreamSub: 'videoStreamSub',
  usrSeiFilter: 'usrSeiFilter',
  netQualityGrade: 'netQualityGrade',
  streamPropertyUpdate: 'streamPropertyUpdateAck',
  closePeer: 'closePeer',
  streamStatus: 'streamStatusAck',
  broadcasterStatus: 'broadcasterStatusAck',
  activeAudioPlay: 'activeAudioPlay',
  activeVideoPlay: 'activeVideoPlay',
  netQualityProbe: 'netQualityProbe',
  activeSeiInsert: 'activeSeiInsert',
  p2pNetStatsGet: 'p2pNetStatsGet',
  playStats: 'playStats',
  restartIce: 'restartIce',
} as const satisfies Partial<Record<CommandName, keyof Fields<WebrtcCmdRspMsg>>>

type Asked = keyof typeof answers
/** A command a client asks, by name. */
export type ClientCommand = {
  [Name in Asked]: { name: Name; body: NonNullable<WebrtcCmdReqMsg[Name]> }
}[Asked]

/** @throws {ProtocolDefect} unless the body (CmdReq.body) is one command the gateway knows */
export function decodeCommand(body: Uint8Array): ClientCommand {
  const { $typeName, $unknown, ...fields } = decode('gateway', WebrtcCmdReqMsgSchema, body)
  const [name, ...others] = Object.keys(fields)
  if (name === undefined || others.length || !(name in answers)) {
    throw new ProtocolDefect(
      'gateway',
      `a peer command must be one of ${Object.keys(answers)}, not ${name}`,
      body,
    )
  }
  return { name, body: fields[name as Asked] } as ClientCommand
}

/** Answers a client's command: the number of the answer and its body (CmdRsp). */
export function encodeCommandAnswer(
  { name, body }: ClientCommand,
  answer: { result: number; [field: string]: number },
) {
  const field = answers[name]
  const message = create(WebrtcCmdRspMsgSchema, { [field]: { seq: body.seq, ...answer } })
  return {
    cmdId: WebrtcCmdRspMsgSchema.field[field]?.number ?? 0,
    body: encode(WebrtcCmdRspMsgSchema, message),
  }
}

/** Encodes a command of the gateway (CmdPush). */
export function encodeCommand<Name extends CommandName>(name: Name, command: Command<Name>, seq: number) {
  const message = create(WebrtcCmdReqMsgSchema, { [name]: { ...command, seq } })
  return {
    cmdId: WebrtcCmdReqMsgSchema.field[name]?.number ?? 0,
    body: encode(WebrtcCmdReqMsgSchema, message),
  }
}

/** Answers a client's command with nothing but a result. */
export function refuseCommand({ peerId, body }: { peerId: number; body: Uint8Array }, result: number) {
  return { peerId, ...encodeCommandAnswer(decodeCommand(body), { result }) }
}

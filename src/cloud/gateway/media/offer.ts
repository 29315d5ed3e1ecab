import { Refusal } from '../../exchange/refusal.ts'
import { result } from '../signaling/result.ts'
import type { Kind, VideoCodec } from './media.ts'

interface OfferedCodec {
  payloadType: number
  name: string
  parameters: string
}

interface Section {
  kind: Kind | 'application'
  lines: string[]
}

const supported = ['H264', 'VP8'] as const
/** The feedback the gateway understands: retransmission and key frame requests. */
const feedback = ['nack', 'nack pli', 'ccm fir']

/**
 * Decides which video codec a publisher's offer is answered with: the first one it names that the gateway forwards.
 *
 * @returns nothing when it offers no video
 * @throws {Refusal} when it offers video the gateway cannot forward
 */
export function publishedVideo(offer: string): VideoCodec | undefined {
  const section = sections(offer).find(({ kind }) => kind === 'video')
  if (!section) return undefined
  for (const { name, parameters } of codecs(section)) {
    const known = supported.find((codec) => codec === name)
    if (known) return { name: known, parameters }
  }
  throw new Refusal(result.videoCodecMismatch, `The offer has no video codec out of ${supported.join(', ')}`)
}

/** Whether an offer has a section of that kind. */
export const offers = (offer: string, kind: Kind): boolean =>
  sections(offer).some((section) => section.kind === kind)

/**
 * Reduces an offer to what shall be answered: one payload type per section, no retransmission payloads, no candidates
 * (the client becomes known by its first packet, so host names of mDNS need no look-up).
 *
 * @param video the codec to agree on; VP8 or H264, whichever comes first, where the stream has no video
 * @throws {Refusal} when the client does not offer it
 */
export function narrowed(offer: string, video: VideoCodec | undefined): string {
  const [session = [], ...rest] = split(offer)
  const kept = rest.map((lines) => {
    const section = toSection(lines)
    if (section.kind === 'application') return withoutCandidates(lines)
    return withoutCandidates(onlyPayload(section, choose(section, video)))
  })
  return [...session, ...kept.flat(), ''].join('\r\n')
}

function choose(section: Section, video: VideoCodec | undefined): number {
  const offered = codecs(section)
  if (section.kind === 'audio') {
    const opus = offered.find(({ name }) => name.toLowerCase() === 'opus')
    if (!opus) throw new Refusal(result.audioCodecMismatch, 'The offer has no Opus')
    return opus.payloadType
  }
  const wanted = video ?? publishedVideo(`v=0\r\n${section.lines.join('\r\n')}`)
  const sameName = offered.filter(({ name }) => name === wanted?.name)
  const match =
    sameName.find(({ parameters }) => profile(parameters) === profile(wanted?.parameters ?? '')) ??
    sameName.find(({ parameters }) => packetization(parameters) === packetization(wanted?.parameters ?? ''))
  if (!match)
    throw new Refusal(result.videoCodecMismatch, `The offer has no ${wanted?.name} ${wanted?.parameters}`)
  return match.payloadType
}

const parameter = (parameters: string, name: string) =>
  new RegExp(`(?:^|;)\\s*${name}=([^;\\s]+)`).exec(parameters)?.[1]
const packetization = (parameters: string) => parameter(parameters, 'packetization-mode') ?? '0'
/** H264: packetization mode and the profile without its level, which receivers may differ in. Empty for VP8. */
const profile = (parameters: string) =>
  `${packetization(parameters)} ${parameter(parameters, 'profile-level-id')?.slice(0, 4).toLowerCase() ?? ''}`

function onlyPayload({ lines }: Section, payloadType: number): string[] {
  const [media = '', ...attributes] = lines
  const kept = attributes.filter((line) => {
    const [, name, type, value = ''] = /^a=(rtpmap|fmtp|rtcp-fb):(\d+|\*) (.*)$/.exec(line) ?? []
    if (!name) return true
    if (type !== '*' && Number(type) !== payloadType) return false
    return name !== 'rtcp-fb' || feedback.includes(value.trim())
  })
  return [media.replace(/^(m=\w+ \d+ \S+).*$/, `$1 ${payloadType}`), ...kept]
}

const withoutCandidates = (lines: string[]) =>
  lines.filter((line) => !/^a=(candidate|end-of-candidates)/.test(line))

function codecs({ lines }: Section): OfferedCodec[] {
  const order = (lines[0] ?? '').split(' ').slice(3).map(Number)
  const of = (payloadType: number, attribute: string) =>
    lines
      .find((line) => line.startsWith(`a=${attribute}:${payloadType} `))
      ?.split(' ')
      .slice(1)
      .join(' ')
  return order.flatMap((payloadType) => {
    const name = of(payloadType, 'rtpmap')?.split('/')[0]
    return name ? [{ payloadType, name, parameters: of(payloadType, 'fmtp') ?? '' }] : []
  })
}

const sections = (offer: string): Section[] => split(offer).slice(1).map(toSection)

function toSection(lines: string[]): Section {
  const kind = /^m=(audio|video|application) /.exec(lines[0] ?? '')?.[1]
  if (!kind) throw new Refusal(result.invalidSdp, `Unknown media section: ${lines[0]}`)
  return { kind: kind as Section['kind'], lines }
}

/** The session's lines, then those of each media section. */
function split(offer: string): string[][] {
  const lines = offer.split(/\r?\n/).filter((line) => line !== '')
  if (lines[0] !== 'v=0') throw new Refusal(result.invalidSdp, 'The offer is not a session description')
  const parts: string[][] = [[]]
  for (const line of lines) {
    if (line.startsWith('m=')) parts.push([])
    parts.at(-1)?.push(line)
  }
  if (parts.length === 1) throw new Refusal(result.invalidSdp, 'The offer has no media section')
  return parts
}

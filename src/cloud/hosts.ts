/** Domains of ZEGO's services, as the SDK's builds from 2.26 to 3.12 ask for them: coolbcloud.com, zego.im, … */
const zegoDomain = /(^|\.)(cool[a-z]cloud\.com|zego\.im|zegocloud\.com|zegonetwork\.com)$/

/** Whether a host belongs to ZEGO, and so to the cloud. */
export const isZegoHost = (host: string): boolean => zegoDomain.test(host)

/** Whether a host is an AccessHub node: rooms and media signaling, without logs. */
export const isSignalingHost = (host: string): boolean => isZegoHost(host) && /^accesshub/.test(host)

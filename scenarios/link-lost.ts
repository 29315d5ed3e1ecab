/**
 * For `toSurface`: the SDK knows that its link is gone. What is called before goes out on a dead socket, and ends with other
 * codes.
 */
export const linkLost = [1000017, { via: 'telemetry:/liveroom/tempbroken', undocumented: true }] as const

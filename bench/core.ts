import { scenarioFiles } from './choose.ts'

/** The situations that a team meets first, over all kinds of faults. */
const situations = [
  'device-unplugged',
  'permission-denied',
  'permission-revoked',
  'camera-missing',
  'microphone-busy',
  'kicked-out-by-server',
  'logged-in-elsewhere',
  'login-timeout',
  'login-refused-room-full',
  'token-invalid',
  'token-expired',
  'signaling-cut-and-back',
  'message-too-long',
  'room-id-invalid',
]

/** Their files. A scenario that was renamed is told of, and the others run. */
export function coreFiles(): string[] {
  const files = scenarioFiles()
  return situations.flatMap((situation) => {
    const file = files.find((path) => path.endsWith(`/${situation}.spec.ts`))
    if (!file) console.error(`Left out, because there is no such scenario: ${situation}`)
    return file ?? []
  })
}

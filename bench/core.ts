/** The situations that a team meets first: one of each kind of fault. */
export const core = [
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
].map((situation) => `/${situation}.spec.ts`)

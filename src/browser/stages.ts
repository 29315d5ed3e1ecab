/** What a stage's launch needs to know. */
export interface StageFiles {
  /** Path of the camera file; see `createCameraFile`. */
  readonly camera: string
  /** A tab whose title contains this is the one that gets picked when the page asks to share the screen. */
  readonly screenTitle: string
}

interface StageRow {
  /** What can be made to happen on this stage, in words, for messages and documentation. */
  readonly allows: string
  args(files: StageFiles): string[]
  /** What Playwright passes by itself and this stage must not have. */
  readonly without?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const fakeDevices = '--use-fake-device-for-media-stream'
const fileCamera = ({ camera }: StageFiles) => [fakeDevices, `--use-file-for-fake-video-capture=${camera}`]
const tabPicker = ({ screenTitle }: StageFiles) => [
  `--auto-select-tab-capture-source-by-title=${screenTitle}`,
]
const usual = (files: StageFiles) => [...fileCamera(files), ...tabPicker(files)]

/** Chromium numbers the ways in which SDP can be changed, and refuses those it is given: all of them, some 300, and more to come. */
const everyChange = Array.from({ length: 1000 }, (_, way) => way).join()

/**
 * The browsers that tests run in. A fault that Chromium offers only by a launch flag needs a browser of its own; all
 * the others share `default`. No stage answers permission prompts by flag where there are devices, because that hides
 * every permission fault.
 */
export const stages = {
  default: {
    allows: 'permissions, one camera that can be unplugged, crash or freeze, fake microphones, sharing a tab',
    args: usual,
  },
  'two-cameras': {
    allows: 'switching between two cameras, of which each can be unplugged by its label',
    args: (files) => [`${fakeDevices}=device-count=2`, ...tabPicker(files)],
  },
  'no-devices': {
    allows: 'no camera and no microphone at all, and a screen that cannot be captured',
    // With no device behind it, the answered prompt fails while starting the screen's source.
    args: () => ['--use-fake-ui-for-media-stream'],
    env: { PULSE_SERVER: 'none', ALSA_CONFIG_PATH: '/dev/null' },
  },
  'busy-microphone': {
    allows: 'microphones that are listed but cannot be opened, as if held by another program',
    args: (files) => [...usual(files), '--fail-audio-stream-creation'],
  },
  'screen-rejected': {
    allows: 'a user who cancels the screen picker',
    args: (files) => [...fileCamera(files), '--auto-reject-capture'],
  },
  'screen-denied': {
    allows: 'a browser that refuses to share a screen, or to open a device, without asking anybody',
    args: (files) => [...fileCamera(files), '--use-fake-ui-for-media-stream=deny'],
  },
  'autoplay-blocked': {
    allows: 'sound that may not start without a click, even while the page captures',
    args: (files) => [...usual(files), '--autoplay-policy=user-gesture-required'],
  },
  'no-click': {
    allows:
      'sound that may not start before the first click, as Chromium has it by default; no look of a test counts as one',
    args: (files) => [...usual(files), '--autoplay-policy=document-user-activation-required'],
  },
  'no-webgl': {
    allows: 'a browser without WebGL, everything else alike',
    args: (files) => [...usual(files), '--disable-3d-apis'],
  },
  'strict-sdp': {
    allows: 'a browser that does not take a description which was changed, everything else alike',
    args: (files) => [
      ...usual(files),
      `--force-fieldtrials=WebRTC-NoSdpMangleReject/Enabled,${everyChange}/`,
    ],
  },
  'back-forward-cache': {
    allows:
      'a page that is shown as it was left when somebody comes back to it, as Chromium does outside of tests',
    // The SDK listens to `unload`, for which a page is not kept where browsers still have that event.
    args: (files) => [...usual(files), '--enable-features=DeprecateUnload'],
    without: ['--disable-back-forward-cache'],
  },
  'old-browser': {
    allows:
      'a browser without getDisplayMedia, setSinkId, RTCRtpScriptTransform, WebGL and WebAssembly, everything else alike',
    args: (files) => [
      ...fileCamera(files),
      '--disable-blink-features=GetDisplayMedia,AudioOutputDevices,RTCRtpScriptTransform',
      '--disable-3d-apis',
      '--js-flags=--jitless',
    ],
  },
} satisfies Record<string, StageRow>

/** Name of a stage; value of the fixture option `browserStage`. */
export type StageName = keyof typeof stages

/** Stages whose camera is the camera file, which can be unplugged. */
export const stagesWithCameraFile = [
  'default',
  'busy-microphone',
  'screen-rejected',
  'screen-denied',
  'autoplay-blocked',
  'no-click',
  'no-webgl',
  'strict-sdp',
  'back-forward-cache',
  'old-browser',
] as const satisfies StageName[]

/** The row of a stage. @throws {TypeError} naming the valid ones */
export function stageRow(name: StageName): StageRow {
  const row: StageRow | undefined = stages[name]
  if (row) return row
  throw new TypeError(
    `There is no stage named ${JSON.stringify(name)}. Use one of: ${Object.keys(stages).join(', ')}.`,
  )
}

import type { LaunchOptions } from '@playwright/test'
import { type CameraFile, createCameraFile } from './camera-file.ts'
import { disabledFeatures } from './disabled-features.ts'
import { type FoundChromium, findChromium } from './find.ts'
import { thisMachine } from './host.ts'
import { type StageName, stageRow } from './stages.ts'

/** A browser that is ready to be launched for one worker, with what belongs to it. */
export interface Stage {
  readonly name: StageName
  /** For `chromium.launch()`, or Playwright's `launchOptions`. */
  readonly launchOptions: LaunchOptions
  /** The camera of every stage but `two-cameras` and `no-devices`, which do not use it. */
  readonly camera: CameraFile
  /** Title of the tab that is picked when the page asks to share the screen, and its host. */
  readonly screenTitle: string
  /** Deletes the stage's files; close the browser first. */
  dispose(): void
}

/**
 * Names are looked up by the proxy of a context. Only WebRTC asks for them itself, past the proxy: an app's own STUN or TURN
 * server would be asked over the network. Peers on this machine name each other `….local`.
 */
const noNames = '--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE localhost,EXCLUDE 127.0.0.1,EXCLUDE *.local'

/** A context's own option for this does not reach service workers, which fetch for the pages of an app. */
const anyCertificate = '--ignore-certificate-errors'

// Playwright itself turns background networking off, so nothing of the browser's own leaves the machine.
const common = ['--allow-loopback-in-peer-connection', disabledFeatures, noNames, anyCertificate]

/**
 * Prepares the browser of a stage: finds Chromium and makes a camera file. One per worker: browsers must not share a
 * camera.
 *
 * @example
 * const stage = prepareStage('default')
 * const browser = await chromium.launch(stage.launchOptions)
 */
export function prepareStage(
  name: StageName = 'default',
  { executablePath, channel }: FoundChromium = findChromium(),
): Stage {
  const row = stageRow(name)
  const camera = createCameraFile()
  const screenTitle = 'shared-screen-of-zego-fault-harness'
  const sandbox = thisMachine.isRoot ? ['--no-sandbox'] : []
  const dispose = () => camera.dispose()
  process.once('exit', dispose) // a worker that crashes leaves no file behind
  const args = [...common, ...sandbox, ...row.args({ camera: camera.path, screenTitle })]
  return {
    name,
    launchOptions: {
      args,
      ...(executablePath && { executablePath }),
      ...(channel && { channel }),
      ...(row.without && { ignoreDefaultArgs: [...row.without] }),
      ...(row.env && { env: { ...process.env, ...row.env } }),
    },
    camera,
    screenTitle,
    dispose() {
      process.off('exit', dispose)
      dispose()
    },
  }
}

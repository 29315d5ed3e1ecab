import type { Page } from '@playwright/test'
import { slowness } from '../../machine/slowness.ts'

/** Ms that a browser is given to answer. */
const patience = 2_000 * slowness()

/** How an attempt to capture ended: the name of the error, `captured`, or `pending` when nothing came in time. */
export interface Attempt {
  readonly outcome: string
  readonly message: string
}

/** Asks the page's browser for the camera, the microphone or the screen, as the app would, and gives it back at once. */
export async function attemptCapture(
  page: Page,
  request: { video?: MediaTrackConstraints | true; audio?: MediaTrackConstraints | true } | 'screen',
): Promise<Attempt> {
  const attempt = page.evaluate(async (request) => {
    try {
      const stream =
        request === 'screen'
          ? await navigator.mediaDevices.getDisplayMedia()
          : await navigator.mediaDevices.getUserMedia(request)
      for (const track of stream.getTracks()) track.stop()
      return { outcome: 'captured', message: '' }
    } catch (error) {
      const { name, message } = error as DOMException
      return { outcome: name, message }
    }
  }, request)
  let timer: NodeJS.Timeout | undefined
  const pending = new Promise<Attempt>((resolve) => {
    timer = setTimeout(resolve, patience, { outcome: 'pending', message: `no answer within ${patience} ms` })
  })
  return Promise.race([attempt, pending]).finally(() => clearTimeout(timer))
}

/** Labels of the devices that the page's browser lists. Asking makes Chromium look for those that came or went. */
export async function listDevices(
  page: Page,
): Promise<Record<'camera' | 'microphone' | 'speaker', string[]>> {
  const devices = await page.evaluate(async () => {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? []
    return devices.map(({ kind, label }) => ({ kind, label }))
  })
  const labels = (kind: MediaDeviceKind) => devices.filter((d) => d.kind === kind).map((d) => d.label)
  return {
    camera: labels('videoinput'),
    microphone: labels('audioinput'),
    speaker: labels('audiooutput'),
  }
}

/** ID of the speaker with this label in the page; empty where there is none. */
export function speakerID(page: Page, label: string): Promise<string> {
  return page.evaluate(async (label) => {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? []
    return devices.find((d) => d.kind === 'audiooutput' && d.label === label)?.deviceId ?? ''
  }, label)
}

/** How it ends when the page lets something new play through a speaker: the name of the error, or `played`. */
export function attemptToPlayThrough(page: Page, deviceID: string): Promise<string> {
  return page.evaluate(async (id) => {
    try {
      await new Audio().setSinkId(id)
      return 'played'
    } catch (error) {
      return (error as DOMException).name
    }
  }, deviceID)
}

import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../../browser/find.ts'

/** What a page's connection measured. */
export interface ReceivedVideo {
  framesDecoded: number
  packetsLost: number
  width: number
}

interface Connections {
  connections: Record<string, RTCPeerConnection>
}

export interface Publishing {
  codec: 'H264' | 'VP8'
  width?: number
  height?: number
  frameRate?: number
  /** Bits per second. */
  maxBitrate?: number
  /** A black picture in the place of the camera's. */
  isBlack?: boolean
}

/** Launches the browser a media page needs: a fake camera and microphone, and WebRTC over the loopback interface. */
export function launchMediaBrowser(): Promise<Browser> {
  const { executablePath, channel } = findChromium()
  return chromium.launch({
    ...(executablePath ? { executablePath } : { channel }),
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--allow-loopback-in-peer-connection',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
}

/** A page with plain RTCPeerConnections, no SDK. */
export class MediaPage {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  static async open(browser: Browser): Promise<MediaPage> {
    const page = await browser.newPage()
    // Cameras need a secure context, which localhost is; nothing listens there.
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
    await page.goto('http://localhost/')
    await page.evaluate(() => Object.assign(window, { connections: {} }))
    return new MediaPage(page)
  }

  /** Opens a connection that sends camera and microphone. @returns its offer */
  offerToPublish(name: string, publishing: Publishing): Promise<string> {
    return this.page.evaluate(
      async ([name, { codec, width = 640, height = 480, frameRate = 15, maxBitrate, isBlack }]) => {
        const video = { width, height, frameRate }
        const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video })
        if (isBlack) {
          for (const camera of stream.getVideoTracks()) stream.removeTrack(camera)
          const canvas = Object.assign(document.createElement('canvas'), { width, height })
          const context = canvas.getContext('2d')
          setInterval(() => context?.fillRect(0, 0, width, height), 1_000 / frameRate)
          for (const black of canvas.captureStream().getVideoTracks()) stream.addTrack(black)
        }
        const connection = new RTCPeerConnection()
        ;(window as unknown as Connections).connections[name] = connection
        for (const track of stream.getTracks()) {
          const transceiver = connection.addTransceiver(track, {
            direction: 'sendonly',
            streams: [stream],
            ...(track.kind === 'video' && maxBitrate ? { sendEncodings: [{ maxBitrate }] } : {}),
          })
          if (track.kind === 'audio') continue
          const all = RTCRtpSender.getCapabilities('video')?.codecs ?? []
          transceiver.setCodecPreferences(all.filter(({ mimeType }) => mimeType === `video/${codec}`))
        }
        await connection.setLocalDescription()
        return connection.localDescription?.sdp ?? ''
      },
      [name, publishing] as const,
    )
  }

  /** Opens a connection that receives, and shows what it gets. @returns its offer */
  offerToPlay(name: string): Promise<string> {
    return this.page.evaluate(async (name) => {
      const connection = new RTCPeerConnection()
      ;(window as unknown as Connections).connections[name] = connection
      connection.addTransceiver('audio', { direction: 'recvonly' })
      connection.addTransceiver('video', { direction: 'recvonly' })
      connection.ontrack = ({ track, streams }) => {
        if (track.kind !== 'video') return
        const element = Object.assign(document.createElement('video'), { muted: true, autoplay: true })
        element.srcObject = streams[0] ?? null
        document.body.append(element)
      }
      await connection.setLocalDescription()
      return connection.localDescription?.sdp ?? ''
    }, name)
  }

  accept(name: string, answer: string): Promise<void> {
    return this.page.evaluate(
      ([name, sdp]) =>
        (window as unknown as Connections).connections[name]?.setRemoteDescription({ type: 'answer', sdp }),
      [name, answer] as const,
    )
  }

  /** Resolves when ICE is in that state. */
  async ice(name: string, state: RTCIceConnectionState, timeout = 20_000): Promise<void> {
    await this.page.waitForFunction(
      ([name, state]) => (window as unknown as Connections).connections[name]?.iceConnectionState === state,
      [name, state] as const,
      { polling: 50, timeout },
    )
  }

  received(name: string): Promise<ReceivedVideo> {
    return this.page.evaluate(async (name) => {
      const report = await (window as unknown as Connections).connections[name]?.getStats()
      for (const entry of report?.values() ?? []) {
        if (entry.type !== 'inbound-rtp' || entry.kind !== 'video') continue
        const { framesDecoded = 0, packetsLost = 0, frameWidth = 0 } = entry
        return { framesDecoded, packetsLost, width: frameWidth }
      }
      return { framesDecoded: 0, packetsLost: 0, width: 0 }
    }, name)
  }

  /** Resolves when at least so many frames were decoded. */
  async frames(name: string, atLeast: number, timeout = 20_000): Promise<ReceivedVideo> {
    const deadline = performance.now() + timeout
    for (;;) {
      const received = await this.received(name)
      if (received.framesDecoded >= atLeast) return received
      if (performance.now() > deadline) {
        throw new Error(`${name} decoded ${received.framesDecoded} of ${atLeast} frames in ${timeout} ms`)
      }
      await this.page.evaluate(() => new Promise(requestAnimationFrame))
    }
  }

  close(name: string): Promise<void> {
    return this.page.evaluate((name) => (window as unknown as Connections).connections[name]?.close(), name)
  }
}

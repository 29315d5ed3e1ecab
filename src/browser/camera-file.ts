import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A video file that Chromium takes for its only camera, and that can be unplugged and plugged back. */
export interface CameraFile {
  /** Value of Chromium's `--use-file-for-fake-video-capture`. Also the camera's label in the page. */
  readonly path: string
  readonly plugged: boolean
  /** Takes the file away. Chromium notices at the next enumeration of devices, in any page of that browser. */
  unplug(): void
  plug(): void
  /** Deletes everything. */
  dispose(): void
}

const width = 640
const height = 480
const framesPerSecond = 20
const frames = 10

/** Writes a camera file with a folder of its own, so that no two browsers share a camera. */
export function createCameraFile(): CameraFile {
  const folder = mkdtempSync(path.join(tmpdir(), 'zego-fault-harness-'))
  const file = path.join(folder, 'camera.y4m')
  const away = path.join(folder, 'unplugged.y4m')
  writeFileSync(file, testPattern())
  return {
    path: file,
    get plugged() {
      return existsSync(file)
    },
    // Renaming is atomic: Chromium never sees half a camera.
    unplug: () => renameSync(file, away),
    plug: () => renameSync(away, file),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Colour bars with a bright block that moves, as YUV4MPEG2 (4:2:0), 640 x 480, 20 frames per second, half a second. */
export function testPattern(): Buffer {
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`)
  const marker = Buffer.from('FRAME\n')
  const chroma = Buffer.concat([plane(width / 2, height / 2, barU), plane(width / 2, height / 2, barV)])
  const pictures = Array.from({ length: frames }, (_, frame) => {
    const luma = plane(width, height, barY)
    const left = Math.floor((frame * width) / frames)
    for (let row = height - 96; row < height - 32; row++) {
      luma.fill(235, row * width + left, row * width + left + width / frames)
    }
    return [marker, luma, chroma]
  })
  return Buffer.concat([header, ...pictures.flat()])
}

// White, yellow, cyan, green, magenta, red, blue, black at 75 %.
const barY = [180, 162, 131, 112, 84, 65, 35, 16]
const barU = [128, 44, 156, 72, 184, 100, 212, 128]
const barV = [128, 142, 44, 58, 198, 212, 114, 128]

function plane(columns: number, rows: number, bars: readonly number[]): Buffer {
  const row = Buffer.alloc(columns)
  const barWidth = columns / bars.length
  for (const [bar, value] of bars.entries()) row.fill(value, bar * barWidth, (bar + 1) * barWidth)
  return Buffer.concat(Array.from({ length: rows }, () => row))
}

import { Refusal } from '../exchange/refusal.ts'
import { streamIdOf } from '../exchange/stream-id.ts'
import type { MessageShape } from '../proto/codec.ts'
import type { Input, MixStreamStartRequestSchema, Rect } from '../proto/gen/mixer_pb.ts'
import { loadPicture } from './picture.ts'
import { refused } from './refused.ts'

type StartRequest = MessageShape<typeof MixStreamStartRequestSchema>

/** What the service must know of the world to judge a task. */
export interface World {
  readonly hasStream: (id: string) => boolean
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

const MAX_INPUTS = 9
const MAX_OUTPUTS = 3
const MAX_LABEL_BYTES = 512
const codecs = ['vp8', 'h264', 'h265']

/** Holds a task against the documented limits, most of which the SDK leaves to the service. @throws {Refusal} */
export function checkTask(task: StartRequest, { hasStream, pictures }: World): void {
  checkOutputs(task.outputStream.length)
  checkInputs(task.inputStream, hasStream)
  checkCodec(task)
  const canvas = canvasOf(task)
  for (const input of task.inputStream) {
    checkRect(input.streamInputCommon?.layerRect, canvas, refused.layout, nameOf(input))
    checkLabel(input)
    if (input.image?.url) loadPicture(input.image.url, pictures)
  }
  if (task.waterMark) checkRect(task.waterMark.layoutRect, canvas, refused.watermarkLayout, 'the watermark')
}

/** @throws {Refusal} */
export function checkOutputs(count: number): void {
  if (count > MAX_OUTPUTS)
    throw new Refusal(refused.tooManyOutputs, `${count} outputs, of ${MAX_OUTPUTS} allowed`)
}

function checkInputs(inputs: readonly Input[], hasStream: World['hasStream']): void {
  if (inputs.length > MAX_INPUTS)
    throw new Refusal(refused.tooManyInputs, `${inputs.length} inputs, of ${MAX_INPUTS} allowed`)
  const streams = inputs.map(nameOf)
  const twice = streams.filter((stream, at) => streams.indexOf(stream) !== at)
  if (twice.length) throw new Refusal(refused.duplicateInput, `${twice} is in it twice`)
  const missing = streams.filter((stream) => !hasStream(streamIdOf(stream)))
  if (missing.length)
    throw new Refusal(refused.inputNotFound, `nobody publishes ${missing}`, { errorStreamidList: missing })
}

function checkCodec({ advanceConfig }: StartRequest): void {
  const asked = advanceConfig.find(({ key }) => key === 'video_encode')
  if (asked && !codecs.includes(asked.value.toLowerCase()))
    throw new Refusal(refused.videoCodec, `no video codec ${asked.value}; there are ${codecs.join(', ')}`)
}

function checkLabel({ label }: Input): void {
  const bytes = new TextEncoder().encode(label?.text).length
  if (bytes > MAX_LABEL_BYTES)
    throw new Refusal(refused.labelTooLong, `a label of ${bytes} bytes, of ${MAX_LABEL_BYTES} allowed`)
}

interface Canvas {
  readonly width: number
  readonly height: number
}

function canvasOf({ outputStream: [output] }: StartRequest): Canvas {
  return {
    width: output?.outputStreamCommon?.videoWidth ?? 0,
    height: output?.outputStreamCommon?.videoHeight ?? 0,
  }
}

function checkRect(rect: Rect | undefined, { width, height }: Canvas, code: number, what: string): void {
  if (!rect) return
  const { left, top, right, bottom } = rect
  const inside = left >= 0 && top >= 0 && right <= width && bottom <= height
  if (!inside || left >= right || top >= bottom) {
    const asked = `left ${left}, top ${top}, right ${right}, bottom ${bottom}`
    throw new Refusal(code, `${what} at ${asked} is not within ${width} x ${height}`)
  }
}

const nameOf = ({ streamInputCommon }: Input) => streamInputCommon?.streamId ?? ''

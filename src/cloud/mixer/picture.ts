import { Refusal } from '../exchange/refusal.ts'
import { refused } from './refused.ts'

/** The largest picture the service loads, in bytes. */
const MAX_BYTES = 1 << 20

const signatures = {
  jpg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47],
}

/**
 * Loads a picture for a mix. The cloud fetches nothing: it knows the pictures a test has put there.
 *
 * @throws {Refusal} when the mix may not have it
 */
export function loadPicture(url: string, pictures: ReadonlyMap<string, Uint8Array>): void {
  if (!/^(http|preset-id):\/\//.test(url))
    throw new Refusal(refused.imageFormat, `${url} is neither http:// nor preset-id://`)
  const content = pictures.get(url)
  if (!content) throw new Refusal(refused.imageNotLoaded, `nothing at ${url}`)
  if (content.length > MAX_BYTES)
    throw new Refusal(refused.imageNotLoaded, `${content.length} bytes at ${url}, of ${MAX_BYTES} allowed`)
  const known = Object.values(signatures).some((bytes) => bytes.every((byte, at) => content[at] === byte))
  if (!known) throw new Refusal(refused.imageFormat, `neither JPG nor PNG at ${url}`)
}

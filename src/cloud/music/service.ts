import type { JsonService, Parameters } from '../accesshub/json-service.ts'
import { ProtocolDefect } from '../exchange/defect.ts'
import { answers } from './answers.ts'
import { common, type MusicPath, requests } from './messages.ts'
import type { Music } from './music.ts'
import { refused } from './refused.ts'

/**
 * How clients reach the music service: `HTTPRequest` with `service_no` 16 on the link of the rooms, not encrypted, with the
 * path as `location`. An answer is `{ code, message, request_id, data }`. What does not come back is 1017010, or 1017098
 * when the browser says that it is offline; but sendExtendedRequest resolves with 0 then.
 */
export function musicService(music: Music): JsonService {
  return {
    layer: 'music',
    roomIn: 'room_id',
    answer: (path, parameters) => {
      if (!path) return noCommand
      check(path, parameters)
      music.demandEnabled()
      return { ...answered(0, 'succeed'), data: answers[path](parameters, music) }
    },
    refusal: answered,
  }
}

/** Whatever stands before the service refuses in this shape, of which the module knows one number: 1017000. */
const noCommand = { ret: { code: refused.parameter, message: 'no command' } }

const answered = (code: number, message: string) => ({ code, message, request_id: 'request-1', data: {} })

function check(path: string, parameters: Parameters): asserts path is MusicPath {
  if (!(path in requests)) throw new ProtocolDefect('music', `unknown path ${path}`)
  const known: readonly string[] = [...common, ...requests[path as MusicPath]]
  const unknown = Object.keys(parameters).filter((name) => !known.includes(name))
  if (unknown.length) throw new ProtocolDefect('music', `${path} has unknown parameter ${unknown.join(', ')}`)
}

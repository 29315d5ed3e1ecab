import type { Caller } from '../accesshub/relay.ts'
import { streamIdOf } from '../exchange/stream-id.ts'
import type { AnswerOf, MessageOf, NameIn } from '../exchange/table.ts'
import type { requests } from './messages.ts'
import type { Mixer } from './mixer.ts'
import { checkOutputs, checkTask } from './task-check.ts'

type Answers = {
  [N in NameIn<typeof requests>]: (
    message: MessageOf<typeof requests, N>,
    caller: Caller,
    mixer: Mixer,
  ) => AnswerOf<typeof requests, N>
}

/** Seconds until a client asks again how its task fares. */
const HEARTBEAT_INTERVAL = 30
/** `MixStreamTaskHbResponse.status`: any other ends the heartbeat. */
const status = { running: 0, ended: 1 }

/** How the service answers. `common_response` and `request_seq` are added; what is thrown becomes a refusal. */
export const answers: Answers = {
  MixStreamStartRequest: (task, { user }, mixer) => {
    mixer.demand('mixing')
    checkTask(task, mixer)
    const outputs = task.outputStream.map(({ outputStreamCommon }) => outputStreamCommon)
    mixer.start({
      id: task.taskId,
      startedBy: user,
      inputs: task.inputStream.map(({ streamInputCommon }) => streamIdOf(streamInputCommon?.streamId ?? '')),
      outputs: outputs.map((output) => streamIdOf(output?.target ?? '')),
    })
    const playInfos = outputs.map((output) =>
      output?.isUrl ? byAddress(output.target) : byStream(output?.target),
    )
    return { data: { requestId: `mix-${task.requestSeq}`, playInfos } }
  },

  MixStreamStopRequest: ({ taskId }, { user }, mixer) => {
    mixer.demand('mixing')
    mixer.stop(taskId, user)
    return {}
  },

  MixStreamTaskHbRequest: ({ taskId }, _, mixer) => ({
    status: mixer.tasks.has(taskId) ? status.running : status.ended,
    hbInterval: HEARTBEAT_INTERVAL,
  }),

  AutoRoomMixStreamStartRequest: ({ taskId, outputStream }, { user }, mixer) => {
    mixer.demand('autoMixing')
    checkOutputs(outputStream.length)
    const outputs = outputStream.map(({ streamOutCommon }) => streamIdOf(streamOutCommon?.target ?? ''))
    mixer.start({ id: taskId, startedBy: user, inputs: [], outputs })
    return {}
  },

  AutoRoomMixStreamStopRequest: ({ taskId }, { user }, mixer) => {
    mixer.demand('autoMixing')
    mixer.stop(taskId, user)
    return {}
  },
}

const byAddress = (rtmpUrl: string) => ({ streamAlias: '', rtmpUrl, hlsUrl: '', hdlUrl: '' })

/** Where a mixed stream could be played from a CDN, if this cloud had one. */
const byStream = (streamAlias = '') => ({
  streamAlias,
  rtmpUrl: `rtmp://play.example/live/${streamAlias}`,
  hlsUrl: `https://play.example/live/${streamAlias}.m3u8`,
  hdlUrl: `https://play.example/live/${streamAlias}.flv`,
})

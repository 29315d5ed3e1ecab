import chime from '../sounds/chime.wav?url'
import type { Config } from './config.ts'
import { type Capture, createCapture } from './device/capture.ts'
import { createDeviceCare } from './device/device-care.ts'
import { createDevices, type Devices } from './device/devices.ts'
import { createEffects, type Effects } from './device/effects.ts'
import { createExtras, type Extras } from './device/extras.ts'
import { createScreen, type Screen } from './device/screen.ts'
import { createSpeaker, type Speaker } from './device/speaker.ts'
import type { Engine } from './engine.ts'
import { createMixer, type Mixer } from './mixer.ts'
import { createMusic, type Music } from './music/music.ts'
import { loadMusic } from './music/music-module.ts'
import { cdnPlayer } from './play/cdn-player.ts'
import { createPicked, type Picked } from './play/picked.ts'
import { createPlayers, type Players } from './play/players.ts'
import { createLogUpload, type LogUpload } from './problem/log-upload.ts'
import type { Problems } from './problem/problem.ts'
import { createLive, type Live } from './publish/live.ts'
import { createPicture, type Picture } from './publish/picture.ts'
import { createPublication, type Publication } from './publish/publication.ts'
import { createSoundEffect, type SoundEffect } from './publish/sound-effect.ts'
import { newStreamID } from './publish/stream-id.ts'
import { createStreamInfo, type StreamInfo } from './publish/stream-info.ts'
import { createStreamName, type StreamName } from './publish/stream-name.ts'
import { type Chat, createChat } from './room/chat.ts'
import { createPeople, type People } from './room/people.ts'
import { createRoom, type Room } from './room/room.ts'
import { isIn } from './room/room-state.ts'
import { createSideRoom, type SideRoom } from './room/side-room.ts'
import { createSoundLevels, type SoundLevels } from './room/sound-levels.ts'
import { fetchToken } from './room/token.ts'
import { createTopic, type Topic } from './room/topic.ts'

/** Everything a panel of the page may need. A new panel (a mixer, music) takes what it wants from here. */
export interface Session {
  readonly engine: Engine
  readonly problems: Problems
  readonly room: Room
  readonly devices: Devices
  readonly capture: Capture
  readonly speaker: Speaker
  readonly effects: Effects
  readonly extras: Extras
  readonly picture: Picture
  readonly soundEffect: SoundEffect
  readonly soundLevels: SoundLevels
  readonly publication: Publication
  readonly live: Live
  readonly screenPublication: Publication
  readonly screen: Screen
  readonly players: Players
  readonly picked: Picked
  /** Shows the picked stream; from a CDN it is the player that writes into it. */
  readonly pickedVideo: HTMLVideoElement
  readonly people: People
  readonly chat: Chat
  readonly mixer: Mixer
  readonly topic: Topic
  readonly sideRoom: SideRoom
  readonly streamInfo: StreamInfo
  readonly streamName: StreamName
  readonly logUpload: LogUpload
  readonly music: Music
  /** Where things can be corrected; the views put their fields in. */
  readonly fields: Fields
}

export interface Fields {
  editEntry: (code: number | undefined) => void
  editMessage: (text: string) => void
  editMix: (code: number | undefined) => void
  editTopic: (code: number | undefined) => void
  editSideRoom: (code: number | undefined) => void
  editMusic: (code: number | undefined) => void
  editStream: (what: 'name' | 'description' | 'relay') => void
}

/** The code of a stream ID under which somebody else is live. */
const takenByAnother = 1003028

type Settings = Pick<Config, 'camera' | 'codecTemplateID' | 'lowLatency' | 'multiRoom' | 'streamParams'>

/** Wires the parts together: each of them knows only what it is handed here. */
export function createSession(
  engine: Engine,
  problems: Problems,
  { camera, codecTemplateID, lowLatency, multiRoom, streamParams }: Settings,
): Session {
  const none = () => {}
  const fields: Fields = {
    editEntry: none,
    editMessage: none,
    editMix: none,
    editTopic: none,
    editSideRoom: none,
    editMusic: none,
    editStream: none,
  }
  const room = createRoom({ engine, problems, fetchToken, editEntry: (code) => fields.editEntry(code) })
  const roomID = () => room.state.get().roomID
  const userID = () => room.state.get().userID
  const roomStands = () => isIn(room.state.get().phase)

  const streamName = createStreamName()
  const publication = createPublication({
    engine,
    problems,
    about: 'live',
    roomID: multiRoom ? roomID : undefined,
    streamParams,
    headline: 'You are not live',
    streamID: streamName.next,
    retry() {
      if (publication.state.get().code === takenByAnother) streamName.forget()
      return live.goLive()
    },
    edit: () => fields.editStream('name'),
    roomStands,
  })
  const screenPublication = createPublication({
    engine,
    problems,
    about: 'screen',
    roomID: multiRoom ? roomID : undefined,
    streamParams,
    headline: 'Your screen is not shared',
    streamID: (userID) => newStreamID(userID, 'screen'),
    retry: () => screen.share(),
    roomStands,
  })

  const devices = createDevices(engine, problems, localStorage)
  const capture = createCapture(engine, camera)
  const speaker = createSpeaker(engine, devices, problems)
  const effects = createEffects({ engine, capture, problems, reopen: () => live.reopen() })
  const extras = createExtras({ engine, capture, problems })
  const picture = createPicture({ engine, capture, problems })
  const soundEffect = createSoundEffect({ engine, capture, problems, file: chime })
  const soundLevels = createSoundLevels({ engine, capture })
  const care = createDeviceCare({ engine, capture, devices, publication, problems })
  const live = createLive({ capture, care, devices, publication, problems, userID })
  const screen = createScreen({ engine, publication: screenPublication, problems, userID })
  const players = createPlayers({
    engine,
    problems,
    roomID,
    roomStands,
    codecTemplateID,
    lowLatency,
    streamParams,
  })
  const pickedVideo = document.createElement('video')
  const picked = createPicked({ engine, problems, streamParams, cdn: () => cdnPlayer(engine, pickedVideo) })
  const people = createPeople(engine, roomID)
  const chat = createChat({
    engine,
    problems,
    roomID,
    userID,
    others: () => people.state.get().map((person) => person.userID),
    reconnecting: () => room.state.get().phase === 'reconnecting',
    edit: (text) => fields.editMessage(text),
  })

  const mixer = createMixer({ engine, problems, roomID, edit: (code) => fields.editMix(code) })
  const music = createMusic({
    load: loadMusic,
    engine,
    problems,
    userID,
    edit: (code) => fields.editMusic(code),
  })
  const streamInfo = createStreamInfo({
    engine,
    problems,
    streamID: () => publication.state.get().streamID || streamName.next(userID()),
    edit: (what) => fields.editStream(what),
  })
  const logUpload = createLogUpload(engine, problems)
  const topic = createTopic({ engine, problems, roomID, edit: (code) => fields.editTopic(code) })
  const sideRoom = createSideRoom({
    engine,
    problems,
    fetchToken,
    edit: (code) => fields.editSideRoom(code),
  })

  room.state.watch(({ phase }) => {
    if (isIn(phase)) return
    mixer.end()
    live.endLive()
    screen.stop()
    players.stopAll()
    picked.stop()
    soundLevels.listen(false)
    people.clear()
    topic.clear()
    sideRoom.clear()
    problems.clear('log', 'speaker')
    music.close()
    chat.giveUp()
    if (phase !== 'outside') return
    live.stopPreview()
    chat.clear()
    streamName.forget()
  })

  return {
    engine,
    problems,
    room,
    devices,
    capture,
    speaker,
    effects,
    extras,
    picture,
    soundEffect,
    soundLevels,
    publication,
    live,
    screenPublication,
    screen,
    players,
    picked,
    pickedVideo,
    people,
    chat,
    mixer,
    topic,
    sideRoom,
    streamInfo,
    streamName,
    logUpload,
    music,
    fields,
  }
}

/**
 * What to do about a ZEGO result code: every documented code, turned into words for the person in front of the screen, an
 * advice, and the actions that help. Where the SDK is known to differ from its documentation, it is the SDK that counts. It
 * imports nothing, so copy it into your own app as it is. Its words are English; `zego-fault-harness/reactions/zh` has the
 * Chinese ones.
 *
 * @module zego-fault-harness/reactions
 */

/** What the code asks for. The usual advice and action of each kind are in `usual`, below. */
export type Kind =
  | 'none' // all is well
  | 'wait' // somebody is already working on it: the SDK, or a job that is not finished
  | 'retry' // do the same again, after what the advice names
  | 'rejoin' // enter the room again
  | 'renew-token' // get a fresh token, then go on
  | 'ask-permission' // the person must allow the device
  | 'check-device' // the person must look at the camera or microphone
  | 'check-network' // the person must look at the connection
  | 'change-browser' // this browser, or this address, cannot do it
  | 'fix-input' // something that was entered or chosen must change
  | 'fix-configuration' // the app or its project is wrong: only its makers can repair it
  | 'enable-service' // the feature is not switched on for this AppID
  | 'tell-user' // nothing is broken, but the person must know
  | 'contact-support' // only ZEGO can tell

/** Names the recovery that the app runs when the action is chosen. */
export type RunKey = 'retry' | 'rejoin' | 'renew' | 'edit' | 'order' | 'copy-details'

/** `info`: nothing is broken. `warning`: something is worse than it was. `error`: something does not work. */
export type Severity = 'info' | 'warning' | 'error'

/** What a person can do about it: a button, and what it runs. */
export interface Action {
  /** What stands on the button. */
  readonly label: string
  /** What your app does when it is chosen. */
  readonly run: RunKey
}

/** What an app says and offers for a code. */
export interface Reaction {
  /** What sort of answer it is. */
  readonly kind: Kind
  /** What the person reads. */
  readonly message: string
  /** What can be done, the advised action first. */
  readonly actions: readonly Action[]
  /** How bad it is. */
  readonly severity: Severity
}

/** What the app knows beyond the code, where it matters. */
export interface Circumstances {
  /** The SDK is retrying by itself: `PUBLISH_REQUESTING`, `PLAY_REQUESTING` or `RECONNECTING` with a code. */
  readonly retrying?: boolean
  /** The SDK is getting back into the room: whoever is not in it need not join. */
  readonly reconnecting?: boolean
  /** Which device it is about. */
  readonly device?: 'camera' | 'microphone'
  /** What the browser says: this page may use the device, or may not (any more). Where it may, the system does not let it. */
  readonly permission?: 'denied' | 'granted'
}

/** Also worth offering where the documentation knows no better than to contact support. */
export const again = { label: 'Try again', run: 'retry' } as const satisfies Action
/** Enters the room again, for whoever is not in it any more. */
export const rejoin = { label: 'Rejoin', run: 'rejoin' } as const satisfies Action
const renew = { label: 'Renew access', run: 'renew' } as const satisfies Action
const edit = { label: 'Change it', run: 'edit' } as const satisfies Action
const order = { label: 'Request the song again', run: 'order' } as const satisfies Action
const play = { label: 'Play', run: 'retry' } as const satisfies Action
const copy = { label: 'Copy details', run: 'copy-details' } as const satisfies Action
/** In a row: the half of many an advice that is to contact ZEGO if nothing else helps, in words and as an action. */
const orSupport = { ...copy }

type Offer =
  | typeof again
  | typeof rejoin
  | typeof renew
  | typeof edit
  | typeof order
  | typeof play
  | typeof copy

/** What stands on a button, in English: by it, a language names its own. */
export type Label = Offer['label']

/** What each kind offers unless a row knows better, and how bad it is. */
const usual: Record<Kind, { action?: Offer; severity: Severity }> = {
  none: { severity: 'info' },
  wait: { severity: 'info' },
  retry: { action: again, severity: 'error' },
  rejoin: { action: rejoin, severity: 'error' },
  'renew-token': { action: renew, severity: 'error' },
  'ask-permission': { action: again, severity: 'error' },
  'check-device': { action: again, severity: 'error' },
  'check-network': { action: again, severity: 'error' },
  'change-browser': { severity: 'error' },
  'fix-input': { action: edit, severity: 'error' },
  'fix-configuration': { action: copy, severity: 'error' },
  'enable-service': { action: copy, severity: 'error' },
  'tell-user': { severity: 'warning' },
  'contact-support': { action: copy, severity: 'error' },
}

/** What a language says beside the sentences of each code. `{device}` becomes the device. */
export interface Phrases {
  /** What to do, for each kind whose code has no advice of its own; empty where there is nothing to do. */
  readonly advice: Readonly<Record<Kind, string>>
  /** Where to turn if nothing else helps. */
  readonly support: string
  /** That the SDK is working on it. */
  readonly retrying: string
  /** What the devices are called; `either` where it is not known which one it is. */
  readonly devices: Readonly<Record<'camera' | 'microphone' | 'either', string>>
  /** What stands between two sentences. */
  readonly between: string
}

const english: Phrases = {
  advice: {
    none: '',
    wait: 'Please wait a moment.',
    retry: 'Please try again.',
    rejoin: 'Join again to go on.',
    'renew-token': 'Renew your access to go on.',
    'ask-permission': 'Allow the {device} for this site (use the icon beside the address), then try again.',
    'check-device': 'Check that the {device} is firmly connected and switched on, then try again.',
    'check-network': 'Check your internet connection or switch to another network, then try again.',
    'change-browser': 'Please use an up-to-date Chrome, Edge or Safari.',
    'fix-input': 'Please change it and try again.',
    'fix-configuration': 'You did nothing wrong: please report the code to the people who make this app.',
    'enable-service': 'The people who make this app can ask ZEGO to switch it on.',
    'tell-user': '',
    'contact-support': 'If it keeps happening, contact support and give them the code.',
  },
  support: 'If it stays, contact support and give them the code.',
  retrying: 'Trying again by itself…',
  devices: { camera: 'camera', microphone: 'microphone', either: 'camera or microphone' },
  between: ' ',
}

/**
 * The kind and what happened; then, where the usual ones do not fit, the advice and the actions. `copy` and `orSupport` do
 * not replace the usual action, but come after it. Other languages have words of their own; all else is from here.
 */
type Row = readonly [kind: Kind, what: string, ...help: readonly (string | Offer)[]]

const general = {
  0: ['none', 'Everything is fine.'],
  1000002: ['rejoin', 'You are not in the room any more.'],
  1000014: ['fix-input', 'The name of this stream is too long. It may have up to 256 characters.'],
  1000015: ['fix-input', 'This stream has no name.'],
  1000016: ['fix-input', 'The name of this stream may only contain letters, digits, "-" and "_".'],
  1000017: ['check-network', 'The connection was lost.'],
  1000018: ['fix-configuration', 'The picture to send is not one that this app opened through ZEGO.'],
  1000019: ['change-browser', 'This browser cannot measure how loud the sound is.'],
  1100001: ['fix-input', 'The service did not accept something that was entered.'],
  1100002: ['check-network', 'The service did not answer in time.'],
  1100003: ['check-network', 'The connection to the service was closed.'],
  1100999: ['contact-support', 'The service has a problem of its own.'],
} satisfies Record<number, Row>

const debugging = {
  1001004: ['fix-configuration', 'The service does not know this app: its AppID is wrong.'],
  1001021: ['fix-configuration', 'The service is restricted to other regions, and this was set too late.'],
  1101000: ['fix-configuration', 'The service could not start: the AppID is probably wrong.'],
  1101001: [
    'ask-permission',
    'WeChat did not say whether camera and microphone may be used.',
    'Update WeChat, and allow both in its settings.',
  ],
  1101002: ['contact-support', 'The service sent no settings for audio and video.'],
} satisfies Record<number, Row>

const room = {
  1002001: ['tell-user', 'You are in too many rooms at once.', 'Leave one of them first.'],
  1002002: ['rejoin', 'You have not joined this room.'],
  1002005: ['fix-input', 'Your name is missing.'],
  1002006: ['fix-input', 'Your name contains characters that are not allowed.', 'Use letters and digits.'],
  1002007: ['fix-input', 'Your name is too long. It may have up to 64 characters.'],
  1002008: ['fix-input', 'Your display name is missing.'],
  1002010: ['fix-input', 'Your display name is too long. It may have up to 256 characters.'],
  1002011: ['fix-input', 'The room ID is missing.'],
  1002012: ['fix-input', 'The room ID contains characters that are not allowed.', 'Use letters and digits.'],
  1002013: ['fix-input', 'The room ID is too long. It may have up to 128 characters.'],
  1002014: [
    'contact-support',
    'This piece of room information has no name, or the room is gone.',
    'Give it a name. If it has one, contact support and give them the code.',
  ],
  1002015: [
    'fix-input',
    'The name of this piece of room information is too long. It may have up to 128 characters.',
  ],
  1002016: ['fix-input', 'This piece of room information is too long. It may have up to 4096 characters.'],
  1002017: ['fix-input', 'A room keeps only one piece of extra information.', 'Use the same key again.'],
  1002018: ['fix-input', 'You must use the same name in all rooms.'],
  1002031: ['check-network', 'Joining the room took too long.'],
  1002034: [
    'tell-user',
    'This room is full.',
    'Try again when somebody has left, or have the people who make this app ask ZEGO for more places.',
    again,
    copy,
  ],
  1002036: ['enable-service', 'Being in several rooms at once is not available in this app.'],
  1002037: ['enable-service', 'You have reached the number of rooms this app may join at once.'],
  1002050: [
    'tell-user',
    'You joined this room somewhere else, so this page had to leave.',
    'You can rejoin to take over here: the other page then has to leave. If it was not you, contact support.',
    rejoin,
    copy,
  ],
  1002053: [
    'rejoin',
    'The connection to the room could not be restored.',
    'Check your internet connection or switch to another network, then rejoin.',
  ],
  1002055: [
    'tell-user',
    'You were removed from the room.',
    'Ask the host if you think this is a mistake, or contact support.',
    copy,
  ],
  1002056: ['tell-user', 'You are already in a room.', 'Leave it before you join again.'],
  1002064: ['tell-user', 'You are already in the room with this ID.', 'Leave it before you join again.'],
  1002099: ['contact-support', 'The service refused to let you into the room.'],
  1102001: [
    'check-network',
    'The room did not hear from you for too long.',
    'Check your internet connection or switch to another network, then rejoin.',
    rejoin,
  ],
  1102011: ['contact-support', 'The service sent something this app does not understand.'],
  1102012: [
    'wait',
    'You are already joining this room.',
    'If nothing happens, contact support and give them the code.',
    copy,
  ],
  1102013: ['check-network', 'A request to the room failed.', orSupport],
  1102014: ['contact-support', 'The message channel of the room failed.'],
  1102015: ['contact-support', 'The room is not sure whether you are in it.'],
  1102016: ['renew-token', 'Your access to this room is not valid.'],
  1102017: ['contact-support', 'No server was found for audio and video.'],
  1102018: ['renew-token', 'Your access to this room has expired.'],
  1102019: ['contact-support', 'The room received a command it does not know.'],
  1102020: ['contact-support', 'The service did not accept your access to this room.'],
  1102021: ['contact-support', 'The room received a request on a channel it does not know.'],
  1102022: [
    'retry',
    'The last change of the room information is not finished yet.',
    'Wait a moment, then try again. If it stays, check your internet connection.',
  ],
  1102023: ['check-network', 'The server for audio and video could not be reached.'],
  1102025: [
    'check-network',
    'The log of this session could not be sent.',
    'Check your internet connection, wait a minute, then try again.',
  ],
} satisfies Record<number, Row>

const publishing = {
  1003025: [
    'contact-support',
    'The service does not allow this stream.',
    'Ask the host or support for the reason.',
  ],
  1003028: ['retry', 'Somebody in this room is live under the same name.', 'Try again: we pick a new name.'],
  1003040: ['fix-input', 'The address to relay the stream to is not valid.'],
  1003050: ['fix-input', 'The extra information of the stream is missing.'],
  1003051: ['fix-input', 'The extra information of the stream is too long (at most 1024 characters).'],
  1103001: ['fix-configuration', 'The stream was started with settings that are not allowed.'],
  1103002: [
    'change-browser',
    'This page cannot send audio and video.',
    'Open it with https. If it is, please use an up-to-date Chrome, Edge or Safari.',
  ],
  1103003: ['check-network', 'Audio and video could not be connected.'],
  1103010: [
    'contact-support',
    'The screen could not be shared.',
    'If you did not close the picker yourself, allow this browser to record the screen. If it stays, contact support and give them the code.',
  ],
  1103011: ['contact-support', 'The list of cameras and microphones could not be read.', again, copy],
  1103019: ['fix-configuration', 'The service did not accept the credentials for this stream.'],
  1103020: ['contact-support', 'No server was found to send to.'],
  1103021: ['contact-support', 'The server did not accept the stream.'],
  1103022: ['change-browser', 'This browser could not prepare the stream.', orSupport],
  1103023: ['change-browser', 'This browser could not set up the stream.', orSupport],
  1103024: ['contact-support', 'The stream could not be agreed with the server.'],
  1103025: ['change-browser', 'This browser did not understand the answer of the server.', orSupport],
  1103026: ['contact-support', 'No route to the server could be agreed.'],
  1103027: ['contact-support', 'The server closed the stream.'],
  1103028: ['check-network', 'Audio and video no longer reach the server.', orSupport],
  1103029: ['contact-support', 'Your device does not support the settings of this stream.'],
  1103030: ['check-network', 'The stream could not be set up in time.', orSupport],
  1103040: ['tell-user', 'This can only be changed while you are live.', 'Go live first.'],
  1103041: ['check-device', 'The {device} was unplugged or came loose.'],
  1103042: ['none', 'You cancelled the screen sharing.'],
  1103043: ['change-browser', 'This browser cannot share the screen.'],
  1103044: ['fix-configuration', 'The app tried to send a picture that was not opened through ZEGO.'],
  // The SDK also says these two when the other device could not be opened.
  1103045: [
    'check-device',
    'There is no picture to switch, or the other camera could not be opened.',
    'Check that your stream has a picture and that no other program uses the camera, then try again.',
  ],
  1103046: [
    'check-device',
    'There is no sound to switch, or the other microphone could not be opened.',
    'Check that your stream has sound and that no other program uses the microphone, then try again.',
  ],
  1103047: ['contact-support', 'The picture or sound to change is not there.'],
  1103048: [
    'check-device',
    'The chosen {device} was not found.',
    'Check that it is connected, or choose another one.',
    orSupport,
  ],
  1103049: ['tell-user', 'This stream is already playing.', 'Stop it before you play it again.'],
  1103050: ['check-network', 'The connection to the media server was closed.'],
  1103051: ['check-network', 'You are not live: reconnecting did not work in time.', orSupport],
  1103052: ['fix-input', 'The kind of relay is not one that exists.'],
  1103053: [
    'fix-configuration',
    'Camera and microphone need a secure page.',
    'Open this page with https. If that does not work, report the code to the people who make this app.',
  ],
  1103054: ['tell-user', 'There is no preview yet.', 'Start the preview, or go live, first.'],
  1103055: ['tell-user', 'You are not live with this stream.', 'Go live first.'],
  1103056: ['tell-user', 'You are already live with this stream.', 'Stop it before you go live again.'],
  1103057: ['change-browser', 'This browser could not read the sound file.', orSupport],
  1103058: [
    'check-network',
    'Your network address has changed.',
    'Check whether this device moves between networks, and stay in one. Then try again.',
  ],
  1103059: ['contact-support', 'The server for your stream is no longer available.'],
  1103060: ['check-network', 'The server did not answer in time.', orSupport],
  1103061: [
    'check-device',
    'The {device} could not be opened as it was asked for.',
    'Check that it is there, or choose another one or a smaller picture, then try again.',
    orSupport,
  ],
  1103064: ['ask-permission', 'This page may not use the {device}.'],
  1103065: ['check-device', 'The {device} is busy.', 'Close other programs that use it, then try again.'],
  1103066: [
    'check-device',
    'The {device} cannot do what was asked, or is gone.',
    'Choose another one, then try again.',
  ],
  1103072: ['change-browser', 'This browser cannot beautify the picture.'],
  1103073: ['wait', 'The picture effect is still starting.', 'Go live when it is ready.'],
  1103074: [
    'check-device',
    'The picture effect does not work with this camera.',
    'Try again with another camera.',
    orSupport,
  ],
  1103075: [
    'tell-user',
    'The picture effect is too much for this computer.',
    'Switch it off if the picture stutters.',
  ],
  1103080: ['contact-support', 'The noise reduction stopped working.'],
  1103081: [
    'change-browser',
    'This browser has no noise reduction.',
    'Please use an up-to-date Chrome or Edge.',
  ],
  1103082: [
    'tell-user',
    'The noise reduction is too much for this computer.',
    'Switch it off if the sound stutters.',
  ],
} satisfies Record<number, Row>

const playing = {
  1004002: [
    'tell-user',
    'This stream is not there (any more).',
    'Try again when the other person is live.',
    again,
  ],
  1004020: [
    'check-network',
    'Playing was interrupted.',
    'Wait a moment. If it does not go on, check your internet connection, then try again.',
  ],
  1004025: ['contact-support', 'The service has blocked this stream.'],
  1004099: ['contact-support', 'This stream could not be played.'],
  1104001: ['fix-configuration', 'The stream was to be played with settings that are not allowed.'],
  1104020: ['check-network', 'No server was found to play from.', orSupport],
  1104021: ['contact-support', 'The server did not hand out this stream.'],
  1104022: ['change-browser', 'This browser could not prepare playing.'],
  1104023: ['change-browser', 'This browser could not set up playing.'],
  1104024: ['contact-support', 'Playing could not be agreed with the server.'],
  1104025: ['change-browser', 'This browser did not understand the answer of the server.'],
  1104026: ['contact-support', 'No route from the server could be agreed.'],
  1104027: ['contact-support', 'The server closed this stream.'],
  1104028: ['check-network', 'Audio and video no longer arrive.', orSupport],
  1104029: ['check-network', 'The connection to the media server was lost.'],
  1104030: ['check-network', 'Playing could not be set up in time.', orSupport],
  1104031: ['check-network', 'This stream is not playing: reconnecting did not work in time.', orSupport],
  1104032: ['tell-user', 'This stream is already playing.', 'Stop it before you play it again.'],
  1104033: [
    'check-network',
    'Your network address has changed.',
    'Check whether this device moves between networks, and stay in one. Then try again.',
  ],
  1104034: ['contact-support', 'The server for this stream is no longer available.'],
  1104035: ['contact-support', 'The server started this stream anew.'],
  1104036: ['check-network', 'The server did not answer in time.'],
  1104037: ['check-network', 'The quality of the connection could not be measured.'],
  1104038: ['enable-service', 'Low-latency playing is not available in this app.'],
  1104039: ['tell-user', 'This stream is not there.', 'Try again when the other person is live.', again],
  1104046: ['fix-configuration', 'The service did not accept the credentials for this stream.'],
} satisfies Record<number, Row>

const mixer = {
  1005000: ['enable-service', 'Mixing streams is not available in this app.'],
  1005001: ['fix-input', 'The mix has no name.', orSupport],
  1005002: ['fix-input', 'The name of the mix is too long. It may have up to 256 characters.'],
  1005003: ['fix-input', 'The name of the mix contains characters that are not allowed.'],
  1005005: ['fix-input', 'The mix has nowhere to go: no output is set.'],
  1005006: ['fix-input', 'The output of the mix is not a valid stream name.'],
  1005010: ['check-network', 'The mix could not be started.'],
  1005011: ['check-network', 'The mix could not be stopped.'],
  1005012: ['tell-user', 'Only the person who started the mix can stop it.', 'Ask that person to stop it.'],
  1005020: ['fix-input', 'The mix has no stream to mix.'],
  1005021: ['fix-input', 'The mix has no output.'],
  1005023: ['fix-input', 'The mix can only be made as H.264, H.265 or VP8 video.'],
  1005025: ['fix-input', 'Too many streams to mix: nine at most.'],
  1005026: ['fix-input', 'A stream of the mix is not there.'],
  1005027: ['fix-input', 'A stream does not fit into the picture of the mix.'],
  1005028: ['fix-input', 'A caption in the mix is too long. It may have up to 299 characters and 512 bytes.'],
  1005030: ['fix-input', 'Too many outputs of the mix: three at most.'],
  1005034: [
    'fix-input',
    'The address of a picture in the mix is too long. It may have up to 1024 characters.',
  ],
  1005035: [
    'fix-input',
    'A picture in the mix must be a JPG or PNG.',
    'Use one that ZEGO has stored ("preset-id://…"), or an address with http.',
  ],
  1005036: ['fix-input', 'A picture in the mix is larger than 1 MB or cannot be found.'],
  1005050: ['fix-configuration', 'The service did not accept the credentials of the mix.'],
  1005061: ['fix-input', 'The watermark of the mix is missing.'],
  1005062: ['fix-input', 'The watermark does not fit into the picture of the mix.'],
  1005063: [
    'fix-input',
    'The watermark must be a JPG or PNG.',
    'Use one that ZEGO has stored ("preset-id://…").',
  ],
  1005067: [
    'fix-input',
    'The background must be a JPG or PNG.',
    'Use one that ZEGO has stored ("preset-id://…").',
  ],
  1005070: ['enable-service', 'Automatic mixing is not set up for this app.'],
  1005099: [
    'contact-support',
    'The mix failed.',
    'Check your connection, and that no stream is in the mix twice; only who started it can stop it. If it stays, contact support and give them the code.',
    again,
    copy,
  ],
} satisfies Record<number, Row>

const device = {
  1006006: ['check-device', 'Your {device} was unplugged.'],
  1106007: ['check-device', 'Your microphone was unplugged or came loose.'],
  1106008: ['check-device', 'Your camera was unplugged or came loose.'],
  1106009: ['check-device', 'Your microphone stopped working.', orSupport],
  1106010: ['check-device', 'Your camera stopped working.', orSupport],
} satisfies Record<number, Row>

const messaging = {
  1009001: ['fix-input', 'The message is empty.', 'Write something first.'],
  1009002: ['fix-input', 'The message is too long.', 'Shorten it and send it again.'],
  1009005: ['fix-input', 'The message is for a room you are not in.', 'Send it in the room you are in now.'],
  1009010: ['contact-support', 'The message was not sent.'],
  1009013: ['fix-input', 'The message is too long.', 'Shorten it and send it again.', orSupport],
  1009015: [
    'retry',
    'Too many messages at once: the room takes one a second.',
    'Wait a moment, then try again.',
  ],
  1109001: ['retry', 'You are sending messages too quickly.', 'Wait a moment, then try again.'],
} satisfies Record<number, Row>

const chooseAnother = 'Please choose another song.'
const requestAgain = 'Please request the song again.'

const music = {
  1017000: ['fix-configuration', 'The music service was asked for nothing in particular.'],
  1017001: ['fix-configuration', 'The request to the music service is incomplete.'],
  1017002: ['fix-input', 'No song was chosen.', 'Please choose a song.'],
  1017003: ['fix-input', 'The code of the shared song is missing.'],
  1017004: ['fix-input', 'The song has not been requested yet.', 'Request it first.'],
  1017005: ['fix-input', 'The starting point is not within the song.'],
  1017006: ['fix-input', 'That position is not within the song.'],
  1017007: ['fix-input', 'The volume must be between 0 and 200.'],
  1017008: ['fix-input', 'The lyrics need a song that was requested with its accompaniment.'],
  1017009: [
    'rejoin',
    'The music service did not accept your access to it.',
    'Join the room again, then open the music again.',
  ],
  1017010: ['retry', 'The request to the music service failed.'],
  1017011: [
    'tell-user',
    'There is no space left on this device.',
    'Delete something, then try again.',
    again,
  ],
  1017012: ['wait', 'This song is already being downloaded.'],
  1017013: ['retry', 'The file of the song is gone.', 'Load it again.'],
  1017014: ['retry', 'The file of the song has expired.', requestAgain, order],
  1017015: ['retry', 'The file of the song is damaged.', 'Download it again.'],
  1017018: [
    'fix-input',
    'You have not been given this song.',
    'Request it, or take one that was shared with you.',
  ],
  1017019: ['retry', 'Your licence for this song has expired.', requestAgain, order],
  1017020: ['fix-input', 'This song does not offer that.', chooseAnother],
  1017030: ['fix-input', 'This song is not licensed, so it cannot be played.', chooseAnother],
  1017031: ['fix-input', 'This song can be listened to, but not sung.', chooseAnother],
  1017032: [
    'enable-service',
    'There is no monthly music plan.',
    'Subscribe to it, or pay for each song.',
    edit,
    copy,
  ],
  1017033: ['fix-input', 'This song has no accompaniment.', chooseAnother],
  1017034: ['fix-input', 'This song cannot be found.', chooseAnother],
  1017040: ['fix-input', 'The music service did not accept something that was entered.'],
  1017041: ['enable-service', 'Licensed music is not available in this app.'],
  1017042: ['fix-input', 'This way of paying is not available.', 'Choose another way of paying.'],
  1017043: ['fix-input', 'You have a monthly plan and need not pay for each song.', 'Choose the plan.'],
  1017044: [
    'fix-input',
    'This shared song has expired.',
    'Ask for it to be shared again, then enter the new code.',
  ],
  1017045: ['fix-input', 'The code of the shared song is not valid.', 'Check it, or ask for a new one.'],
  1017046: ['fix-input', 'The key to the lyrics is not valid.', requestAgain, order],
  1017047: ['retry', 'The key to the lyrics has expired.', requestAgain, order],
  1017048: ['retry', 'The lyrics could not be found.', 'Try again later.'],
  1017049: ['retry', 'The melody line could not be found.', 'Try again later.'],
  1017050: [
    'tell-user',
    'Nobody in this room has shared this song.',
    'Somebody must request and share it first.',
  ],
  1017051: [
    'tell-user',
    'You have used up the free copies of this song here.',
    'Use the one you have, or request the song anew.',
    order,
  ],
  1017052: [
    'fix-input',
    'Music of this supplier is not available in this app.',
    'Choose another supplier, or have the people who make this app ask ZEGO to switch it on.',
  ],
  1017053: ['fix-input', 'This music supplier does not offer that.', 'Choose another supplier.'],
  1017071: ['fix-input', 'There is no such music supplier.', 'Choose another supplier.'],
  1017072: ['fix-input', 'This music supplier does not have that song.', chooseAnother],
  1017073: ['fix-input', 'It is not set which host pays for the song.'],
  1017074: ['fix-input', 'A new search has to begin at page 1.', 'Start the search again.'],
  1017075: ['fix-input', 'This song has no melody line.', chooseAnother],
  1017076: ['fix-configuration', 'The music service is not set up for this kind of room.'],
  1017077: ['fix-input', 'There is no such chart.', 'Choose another chart.'],
  1017095: ['contact-support', 'The music service does not offer this on the web.'],
  1017096: ['fix-configuration', 'The music service was used before it was started.'],
  1017097: ['retry', 'The music service is busy.'],
  1017098: ['check-network', 'The music service could not be reached.', orSupport],
  1017099: ['contact-support', 'The music service has a problem of its own.'],
} satisfies Record<number, Row>

const playerPlugin = {
  100001: ['fix-configuration', 'The player was used in a way it does not allow.'],
  100002: ['contact-support', 'The player does not work in this browser.'],
  100003: ['contact-support', 'The player failed.'],
  100004: ['check-network', 'The player lost its connection.'],
  100005: ['contact-support', 'The player cannot play this kind of video.'],
  100006: ['retry', 'The browser waits for your click before it plays.', 'Press play.', play],
} satisfies Record<number, Row>

const rows = {
  ...general,
  ...debugging,
  ...room,
  ...publishing,
  ...playing,
  ...mixer,
  ...device,
  ...messaging,
  ...music,
  ...playerPlugin,
} satisfies Record<number, Row>

/** Every documented code. */
export type Code = keyof typeof rows

/** What is said in the place of a code's own sentences. */
const situations = {
  /** An undocumented code, or none at all: say so, and send the person to those who can find out. */
  unknown: ['contact-support', 'Something went wrong, and the service gave a reason this app does not know.'],
  'no-longer-allowed': ['ask-permission', 'Your browser does not let this page use the {device}.'],
  'withheld-by-system': [
    'ask-permission',
    'Your computer does not let the browser use the {device}.',
    'Allow it in the settings of your computer, then try again.',
  ],
  'coming-back': ['retry', 'The connection to the room is being restored.', 'Try again in a moment.'],
} satisfies Record<string, Row>

/** When the code's own sentences are not what is said: it is unknown, or the circumstances explain more than it does. */
export type Situation = keyof typeof situations

type Topics = typeof rows & typeof situations
type Topic = keyof Topics
type SentencesLike<English> = English extends readonly [Kind, string, string, ...Offer[]]
  ? readonly [what: string, advice: string]
  : readonly [what: string]

/** A language, for {@link reactionTo} to speak. */
export interface Words extends Phrases {
  /** Of each code and situation: what happened and, exactly where the English has advice of its own, what to do. */
  readonly sentences: { readonly [T in Topic]: SentencesLike<Topics[T]> }
  /** What stands on each button, by the English for it. */
  readonly labels: Readonly<Record<Label, string>>
}

/** True when the code is one of the documented ones; else {@link reactionTo} can only say where to turn. */
export function isDocumented(code: number | undefined): code is Code {
  return code !== undefined && Object.hasOwn(rows, code)
}

/**
 * The reaction that the ZEGO documentation recommends for `code`, in words for the person in front of the screen: English
 * ones, or `words`, such as `zh` of `zego-fault-harness/reactions/zh`. Kind, severity and what the actions run are the same
 * in every language.
 *
 * @throws TypeError when `words` is no language, or one without sentences for this code
 *
 * @example
 * reactionTo(1006006, { device: 'camera' }).message     // 'Your camera was unplugged. Check that the camera is …'
 * reactionTo(1103028, { retrying: true }).kind          // 'wait'
 * reactionTo(1006006, { device: 'camera' }, zh).message // '你的摄像头已被拔出。请检查摄像头是否……'
 */
export function reactionTo(
  code: number | undefined,
  circumstances: Circumstances = {},
  words?: Words,
): Reaction {
  const topic = topicOf(code, circumstances)
  const [kind, , ...help] = rowOf(topic)
  const own = help.filter((each) => typeof each === 'object')
  const [what = '', advice] = sentencesOf(topic, words)
  const phrases = words ?? english
  const device = phrases.devices[circumstances.device ?? 'either']
  const say = (...sentences: string[]) =>
    sentences.filter(Boolean).join(phrases.between).replaceAll('{device}', device)
  if (circumstances.retrying)
    return { kind: 'wait', message: say(what, phrases.retrying), actions: [], severity: 'info' }
  const support = own.includes(orSupport) ? phrases.support : ''
  return {
    kind,
    message: say(what, advice ?? phrases.advice[kind], support),
    actions: offered(kind, own).map(({ label, run }) => ({
      label: words ? words.labels[label] : label,
      run,
    })),
    severity: usual[kind].severity,
  }
}

/** The code of a device that may not be used. */
const notAllowed = 1103064

/** A device that is dead, or refused, is explained by the permission, and nobody need join a room that is coming back. */
function topicOf(code: number | undefined, { permission, reconnecting }: Circumstances): Topic {
  if (!isDocumented(code)) return 'unknown'
  const [kind] = rowOf(code)
  if (permission === 'denied' && kind === 'check-device') return 'no-longer-allowed'
  if (permission === 'granted' && code === notAllowed) return 'withheld-by-system'
  return reconnecting && kind === 'rejoin' ? 'coming-back' : code
}

function rowOf(topic: Topic): Row {
  return typeof topic === 'number' ? rows[topic] : situations[topic]
}

/** The usual action of the kind, unless the row has one in its place, and the row's own. */
function offered(kind: Kind, own: readonly Offer[]): readonly Offer[] {
  const { action } = usual[kind]
  const replaces = own.some(({ run }) => run !== copy.run)
  return action && !replaces ? [action, ...own] : own
}

/** What happened and, where there is one, the advice of its own. */
function sentencesOf(topic: Topic, words: Words | undefined): readonly string[] {
  if (words === undefined) return rowOf(topic).slice(1).filter(isText)
  const sentences = words?.sentences?.[topic]
  if (!sentences)
    throw new TypeError(
      `These words have no sentences for ${topic}. Give reactionTo a whole language, such as zh of zego-fault-harness/reactions/zh, or nothing for English.`,
    )
  return sentences
}

const isText = (part: string | Offer): part is string => typeof part === 'string'

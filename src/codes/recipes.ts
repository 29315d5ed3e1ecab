/**
 * How a test makes the situation of a code: the whole call, as it stands in a test. What goes before it, in the app, is said
 * after it. A row that is about arguments of the app's own calls has none: no fault makes those.
 */
const recipes: Readonly<Record<number, readonly string[]>> = {
  1000002: ['faults.signaling.kick()  // then the app publishes, plays or sends'],
  1000017: ["faults.network.cut('signaling')  // once the app is in a room"],
  1000019: ["faults.browser.without('createMediaStreamSource')"],
  1100002: ["faults.signaling.silence('SendImReq')  // then the app sends a message"],
  1100003: ["faults.network.cut('signaling')  // then the app sends a message"],
  1100999: [answer('RelayPublishCdnRequest', "reply.broken('body')")],
  1001004: ['faults.signaling.configure({ appIds: [1] })  // before the app logs in'],
  1101002: ['faults.media.notOffered()  // before the app is opened'],
  1002031: [
    "faults.signaling.silence('LoginRoomReq')",
    "faults.network.cut('signaling')  // once the app is in a room",
  ],
  1002034: [answer('LoginRoomReq', code(1105))],
  1002036: [answer('LoginRoomReq', code(1016))],
  1002037: [answer('LoginRoomReq', code(5022))],
  1002050: ['faults.signaling.loginElsewhere()  // once the app is in a room'],
  1002053: ["faults.network.cut('signaling')  // once the app is in a room"],
  1002055: ["faults.signaling.kick('by-server')  // once the app is in a room"],
  1002099: [answer('LoginRoomReq', code(7777))],
  1102001: ["faults.signaling.silence('HbReq')  // once the app is in a room"],
  1102011: [answer('LoginRoomReq', "reply.broken('body')")],
  1102013: ["faults.network.halfOpen('signaling')  // once the app is in a room"],
  1102014: ['faults.signaling.breakTunnels(17)  // once the app is in a room'],
  1102016: [answer('LoginRoomReq', code(2002))],
  1102017: [media('CreateSessionWithSdpReq', 2016)],
  1102018: [
    'faults.signaling.expireToken()  // once the app is in a room',
    answer('LoginRoomReq', code(50117)),
  ],
  1102019: ["faults.signaling.pushNonsense('command')  // once the app is in a room"],
  1102023: ['faults.media.withoutCandidates()'],
  1102025: ["faults.http.answer('*/log/userupload', { status: 500 })  // then the app calls uploadLog"],
  1003025: ["faults.media.forbid({ role: 'publisher' })  // while the app publishes"],
  1003028: [
    'faults.media.duplicate()  // while the app publishes; or somebody in the room has the ID: cloud.room(…).join(…).publish(id)',
  ],
  1103002: ["faults.browser.without('getUserMedia')"],
  1103003: ["faults.network.cut('media', { connecting: true })  // as the app begins to publish"],
  1103010: ["faults.screen.cancelled()  // with test.use({ browserStage: 'screen-rejected' })"],
  1103011: ['faults.device.failEnumeration()'],
  1103019: [issued('publishes')],
  1103020: [media('CreateSessionWithSdpReq', 2016)],
  1103021: [media('CreateSessionWithSdpReq', 2016)],
  1103022: ["faults.browser.broken('createOffer')"],
  1103023: ["faults.browser.strictSdp()  // with test.use({ browserStage: 'strict-sdp' })"],
  1103024: ['faults.media.emptyAnswer()'],
  1103025: ['faults.media.unreadableAnswer()'],
  1103026: [unconfirmed('publishes')],
  1103027: ['faults.media.close()  // while the app publishes'],
  1103028: ["faults.network.cut('media')  // while the app publishes"],
  1103030: ['faults.media.withoutCandidates()'],
  1103041: ["faults.device.unplug('camera')  // while the app publishes"],
  1103042: [
    "faults.screen.denied()  // with test.use({ browserStage: 'screen-denied' })",
    'faults.screen.cancelledInExtension()',
  ],
  1103043: ["faults.browser.without('getDisplayMedia')"],
  1103050: ["faults.network.cut('signaling')  // while the app publishes"],
  1103051: ["faults.network.cut('media')  // while the app is live, and never healed"],
  1103053: ['faults.browser.insecure()'],
  1103058: [
    'faults.network.changeAddress()  // while the app publishes, with publishQualityInterval below 3 s',
  ],
  1103060: ["faults.media.silence('CreateSessionWithSdpReq', { once: true })"],
  1103061: [
    "faults.device.none()  // with test.use({ browserStage: 'no-devices' })",
    "faults.device.broken('camera')",
  ],
  1103064: ["faults.permission.deny('all')", 'faults.permission.denyBySystem()'],
  1103065: [
    "faults.device.busy('microphone')  // with test.use({ browserStage: 'busy-microphone' })",
    "faults.device.busy('camera')  // before the app captures",
  ],
  1103066: ["faults.device.overConstrained('camera')"],
  1103080: ["faults.browser.broken('postMessage')  // then the app switches its noise reduction"],
  1103072: ["faults.browser.without('WebGLRenderingContext')"],
  1103074: ['faults.device.freeze()  // while a beauty effect is on'],
  1103075: ['faults.browser.slow()  // while a beauty effect is on'],
  1103081: ["faults.browser.without('WebGL')"],
  1103082: ['faults.browser.slowSound()  // while noise reduction is on'],
  1004020: ["faults.media.close({}, { role: 'player' })  // while the app plays"],
  1004025: ["faults.media.forbid({ role: 'player' })  // while the app plays"],
  1004099: [
    'faults.signaling.configure({ codecTemplates: [] })  // before the app plays with a codecTemplateID',
  ],
  1104021: [media('CreateSessionWithSdpReq', 2015)],
  1104022: ["faults.browser.broken('createOffer')"],
  1104023: ["faults.browser.strictSdp()  // with test.use({ browserStage: 'strict-sdp' })"],
  1104024: ["faults.media.emptyAnswer('MediaDescReq')"],
  1104025: ['faults.media.unreadableAnswer()'],
  1104026: [unconfirmed('plays')],
  1104027: ['faults.media.close()  // while the app plays'],
  1104028: ["faults.network.cut('media')  // while the app plays"],
  1104029: ["faults.network.cut('signaling')  // while the app plays"],
  1104030: ['faults.media.withoutCandidates()'],
  1104031: [
    "faults.network.cut('media', { connecting: true })  // as the app begins to play, and never healed",
  ],
  1104033: ['faults.network.changeAddress()  // while the app plays, with playQualityInterval below 3 s'],
  1104035: ['faults.media.reset()  // while the app plays'],
  1104036: ["faults.media.silence('CreateSessionWithSdpReq', { once: true })"],
  1104037: [
    "faults.media.silence('NetQualityProbeReq'); await faults.network.lose(0.75, 'down')  // while the app plays",
  ],
  1104038: ['faults.signaling.configure({ l3: false })  // before the app plays'],
  1104039: [media('CreateSessionWithSdpReq', 1004)],
  1104046: [issued('plays')],
  1005000: [automaticMix(157)],
  1005010: [mix(1)],
  1005011: [mix(152)],
  1005023: [automaticMix(156)],
  1005025: [automaticMix(158)],
  1005026: [automaticMix(150)],
  1005027: [automaticMix(153)],
  1005028: [automaticMix(179)],
  1005030: [automaticMix(154)],
  1005035: [automaticMix(141)],
  1005036: [automaticMix(142)],
  1005050: [mix(3)],
  1005061: [automaticMix(171)],
  1005062: [automaticMix(170)],
  1005070: ['faults.signaling.configure({ autoMixing: false })  // then the app starts an automatic mix'],
  1005099: [mix(500)],
  1006006: ["faults.device.unplug('camera')  // while the app publishes"],
  1106007: ["faults.device.crash('microphone')  // while the app publishes, 3 s after it began to capture"],
  1106008: ["faults.device.loose('camera')  // while the app publishes, 3 s after it began to capture"],
  1106009: ["faults.device.crash('microphone')  // while the app publishes"],
  1106010: ["faults.permission.revoke('camera')  // while the app publishes"],
  1009010: [
    "faults.signaling.silence('SignalTransparentMsgReq')  // then the app calls sendTransparentMessage",
  ],
  1017000: [song('/search/song', 4)],
  1017010: [song('/song/url', 1)],
  1017015: [
    "faults.http.answer('*/files/*', { json: { damaged: true } })  // then the app downloads a song that it has ordered",
  ],
  1017040: [song('/song/url', 4)],
  1017041: [song('/song/url', 10_000)],
  1017042: [song('/song/url', 10_001)],
  1017043: [song('/song/url', 10_002)],
  1017044: [song('/song/url', 10_003)],
  1017045: [song('/song/url', 10_005)],
  1017046: [song('/song/url', 10_007)],
  1017047: [song('/song/url', 10_008)],
  1017048: [song('/song/url', 10_009)],
  1017049: [song('/song/pitch', 1)],
  1017050: [song('/song/url', 10_011)],
  1017051: [song('/song/url', 10_012)],
  1017052: [song('/song/url', 10_013)],
  1017053: [song('/song/url', 10_014)],
  1017071: [song('/song/url', 40_001)],
  1017072: [song('/song/url', 40_004)],
  1017073: [song('/song/url', 40_003)],
  1017074: [song('/song/url', 40_005)],
  1017075: [song('/song/url', 40_006)],
  1017076: [song('/song/url', 40_007)],
  1017077: [song('/song/url', 40_008)],
  1017097: [song('/song/url', 100_002)],
  1017098: ['faults.network.offline()  // then the app orders a song'],
  1017099: [song('/song/url', 100_000)],
  100002: ["faults.browser.without('WebAssembly')  // with test.use({ browserStage: 'old-browser' })"],
  100003: [
    "faults.browser.without('WebGL')  // with test.use({ browserStage: 'no-webgl' }), decodeType: 'wasm'",
  ],
  100004: ['faults.cdn.cut()  // while the player plays; it comes 90 s later'],
  100005: ['faults.cdn.damagedSound()  // while the player plays, or before'],
  100006: ["faults.browser.autoplayBlocked()  // with test.use({ browserStage: 'no-click' })"],
}

/** The calls that make the situation of a code; none where only the app's own call can. */
export function recipesFor(row: number): readonly string[] {
  return recipes[row] ?? []
}

function code(number: number): string {
  return `reply.code(${number})`
}

function answer(request: string, reply: string): string {
  return `faults.signaling.answer('${request}', ${reply})`
}

function media(request: string, number: number): string {
  return `faults.media.answer('${request}', ${code(number)})`
}

function mix(number: number): string {
  return answer('MixStreamStartRequest', code(number))
}

function automaticMix(number: number): string {
  return answer('AutoRoomMixStreamStartRequest', code(number))
}

function song(path: string, number: number): string {
  return answer(path, code(number))
}

/** Clients report only the candidates of a relay, and a browser looks for a relay only while nothing else gets through. */
function unconfirmed(does: string): string {
  return `faults.media.silence('CandidateInfoReq', { once: true })  // after cloud.gateway.path.cut() and media.offerRelay(), before an app with turnOnly ${does}`
}

function issued(does: string): string {
  return `faults.signaling.configure({ streamParams: 'token=issued' })  // before the app ${does} with other ones`
}

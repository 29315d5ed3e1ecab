/**
 * The public names of the SDK, from its type declarations of 2.26 to 3.12: so that a mistyped name in a test is an error
 * at once. Names of later versions are learnt from the engines found.
 */

/** Callbacks of the vendor's player: what it tells an app. */
const playerCallbacks = words(`
  onError onPlay onPlaying onCanPlay onPaused onLoaded onWaiting onEnded onMediaInfoUpdate
`)

/** Events of the engine, of range audio, copyrighted music and the objects of a stream. */
export const eventNames: readonly string[] = words(`
  roomStateChanged roomStateUpdate roomUserUpdate roomOnlineUserCountUpdate roomStreamUpdate roomExtraInfoUpdate
  roomTokenWillExpire tokenWillExpire hallStateUpdate IMRecvBroadcastMessage IMRecvBarrageMessage
  IMRecvCustomCommand recvRoomTransparentMessage recvExperimentalAPI
  publisherStateUpdate publishQualityUpdate publisherVideoEncoderChanged streamExtraInfoUpdate
  playerStateUpdate playQualityUpdate playerVideoTrackUpdate playerAudioTrackUpdate
  remoteCameraStatusUpdate remoteMicStatusUpdate networkQuality exceptionUpdate mixerRelayCDNStateUpdate
  deviceError videoDeviceStateChanged audioDeviceStateChanged screenSharingEnded
  beautyEffectError beautyEffectOverload backgroundEffectError aiDenoiseError voiceChangerError
  microphoneStateUpdate audioSourceWithinRangeUpdate downloadProgressUpdate songLineScoreComplete
  autoplayFailed autoplayCaptureFailed
`).concat(playerCallbacks)

/** Events that come every few seconds, whatever happens: how well things go. */
export const measurements: readonly string[] = ['publishQualityUpdate', 'playQualityUpdate', 'networkQuality']

/** Methods of the engine (static ones included) and of the objects it creates. */
export const apiNames: readonly string[] = words(`
  loginRoom logoutRoom switchRoom renewToken enableMultiRoom loginHall logoutHall enterRoom leaveRoom
  sendBroadcastMessage sendBarrageMessage sendCustomCommand sendTransparentMessage setRoomExtraInfo
  setLogConfig setDebugVerbose presetLogConfig uploadLog getVersion on off use
  setGeoFence setEngineOptions setEngineConfig setCloudProxyConfig setLocalProxyConfig setRoomScenario setTurnServer
  checkSystemRequirements callExperimentalAPI destroyEngine getNetworkTimeInfo
  createStream createZegoStream destroyStream setVideoConfig setAudioConfig setCaptureVolume setDummyCaptureImagePath
  replaceTrack addTrack removeTrack enableVideoCaptureDevice checkVideoTrackIsActive checkAudioTrackIsActive
  enumDevices getCameras getMicrophones getSpeakers getElectronScreenSources
  useVideoDevice useAudioDevice useAudioOutputDevice useFrontCamera enableAutoSwitchDevice
  isMicrophoneMuted muteMicrophone setSoundLevelDelegate setCaptureAudioFrameCallback
  startPublishingStream stopPublishingStream updatePublishingStream getPublishingStreamQuality setStreamExtraInfo
  addPublishCdnUrl removePublishCdnUrl mutePublishStreamVideo mutePublishStreamAudio sendSEI setSEIConfig
  enableDualStream setLowStreamParameter enableHardwareEncoder setStreamAlignmentProperty
  startPlayingStream stopPlayingStream getPlayingStreamQuality setPlayStreamVideoType setAudioFrameCallback
  mutePlayStreamVideo mutePlayStreamAudio muteAllPlayAudioStreams muteAllPlayVideoStreams
  createLocalStreamView createRemoteStreamView
  setEffectsBeauty setLowlightEnhancement initBackgroundModule enableBackgroundProcess setBackgroundBlurOptions
  setTransparentBackgroundOptions setVirtualBackgroundOptions enableAiDenoise setAiDenoiseMode
  setVoiceChangerPreset setVoiceChangerParam setReverbPreset enableVirtualStereo enableLiveAudioEffect setAudioChangerParam
  startMixerTask stopMixerTask setMixerTaskConfig startAutoMixerTask stopAutoMixerTask
  startMixingAudio stopMixingAudio setMixingAudioVolume createAudioEffectPlayer loadAudioEffect unloadAudioEffect
  createRangeAudioInstance createRealTimeSequentialDataManager destroyRealTimeSequentialDataManager
  createCopyrightedMusic destroyCopyrightedMusic createStreamCompositor
  startCaptureCamera startCaptureMicrophone startCaptureCameraAndMicrophone startCaptureScreen
  startCaptureScreenWithAudio startCaptureCustomVideo startCaptureCustomAudio startCaptureCustomVideoAndAudio
  stopCaptureVideo stopCaptureAudio play playVideo playAudio playCaptureVideo playCaptureAudio
  stop stopVideo stopAudio stopPlayCaptureVideo stopPlayCaptureAudio resume resumeVideo resumeAudio
  setVolume setAudioMuted setVideoMuted takeStreamSnapshot getVideoWidth getVideoHeight
  getTracks getVideoTracks getAudioTracks getScreenDisplaySurface
  start pause seekTo getTotalDuration getCurrentProgress
  startBroadcasting stopBroadcasting startSubscribing stopSubscribing sendRealTimeSequentialData
  enableMicrophone enableSpeaker selectMicrophone selectSpeaker enableSpatializer enableAudioSourceUpdateChecker
  setAudioReceiveRange updateSelfPosition updateAudioSource setRangeAudioMode setRangeAudioCustomMode setTeamID
  setPositionUpdateFrequency setRangeAudioVolume isAudioContextRunning resumeAudioContext
  setStreamVocalRange updateStreamPosition setCustomSourceVocalRange updateCustomSourcePosition
  initCopyrightedMusic sendExtendedRequest requestResource getSharedResource getSharedResourceByToken
  getLrcLyric getKrcLyricByToken download clearCache startScore stopScore pauseScore resumeScore resetScore
  getPreviousScore getAverageScore getTotalScore getFullScore getStandardPitch getCurrentPitch setScoringLevel getDuration
  addImage removeImage setInputEndpoint setOutputConfig startComposingStream stopComposingStream
  ZegoExpressPlayer verify src destroy setMuted fullScreen setAdvanceConfig
`).concat(playerCallbacks)

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

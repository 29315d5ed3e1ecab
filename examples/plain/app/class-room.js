const [joinButton, speakButton] = document.querySelectorAll('button')
const status = document.querySelector('[role=status]')
const alert = document.querySelector('[role=alert]')

const engine = new ZegoExpressEngine(1234567890, 'wss://webliveroom1234567890-api.coolzcloud.com/ws')

engine.on('roomStateChanged', (_room, reason, code) => {
  status.textContent =
    { LOGINED: 'In the class', RECONNECTING: 'Connection lost, reconnecting' }[reason] ?? 'Not in the class'
  speakButton.disabled = reason !== 'LOGINED'
  if (reason === 'KICKOUT') alert.textContent = `You were removed from the class (${code}).`
})

engine.on('deviceError', (_code, device) => {
  alert.textContent = `Your ${device} stopped working. Please check it.`
})

joinButton.onclick = async () => {
  alert.textContent = ''
  try {
    const { token } = await (await fetch('/api/token?user=pupil')).json()
    await engine.loginRoom('class-1', token, { userID: 'pupil', userName: 'Pupil' })
  } catch (error) {
    alert.textContent = `You could not join (${error.code ?? error.message}).`
  }
}

speakButton.onclick = async () => {
  const stream = await engine.createStream({ camera: { video: true, audio: true } })
  document.querySelector('video').srcObject = stream
  await engine.startPublishingStream('pupil-camera', stream)
}

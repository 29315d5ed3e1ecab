const server = 'wss://webliveroom1234567890-api.coolzcloud.com/ws'
/** How the app treats the state of its room. */
const app = new URLSearchParams(location.search).get('app')
let sdk

/** Loads the SDK when it is first needed, as a code-split app does. */
function loadSdk() {
  sdk ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    Object.assign(script, { src: '/sdk.js', onload: resolve, onerror: reject })
    document.head.append(script)
  })
  return sdk
}

function show(roomID) {
  const section = document.querySelector('template').content.cloneNode(true).firstElementChild
  const part = (selector) => section.querySelector(selector)
  const status = part('[role=status]')
  section.setAttribute('aria-label', roomID)
  document.body.append(section)
  let engine

  part('[name=join]').onclick = async () => {
    await loadSdk()
    engine = new ZegoExpressEngine(1234567890, server)
    if (app === 'hears it and shows nothing') engine.on('roomStateChanged', () => {})
    else if (app !== 'does not even listen') {
      engine.on('roomStateChanged', (_room, reason, code) => {
        status.textContent = `${reason} ${code}`
      })
    }
    engine.on('publisherStateUpdate', ({ state }) => {
      status.textContent = state
    })
    engine.on('deviceError', (code, device) => {
      part('[role=alert]').append(`${device} ${code} `)
    })
    const { token } = await (await fetch(new URLSearchParams(location.search).get('api') ?? '/token')).json()
    await engine.loginRoom(roomID, token, { userID: `user-of-${roomID}`, userName: roomID })
  }

  part('[name=live]').onclick = async () => {
    try {
      const stream = await engine.createStream({ camera: { video: true, audio: true } })
      engine.startPublishingStream(`stream-of-${roomID}`, stream)
    } catch ({ code }) {
      part('[role=alert]').append(`createStream ${code} `)
    }
  }

  part('[name=leave]').onclick = () => {
    engine.logoutRoom(roomID)
    engine.destroyEngine()
    status.textContent = 'left'
  }
}

for (const roomID of new URLSearchParams(location.search).getAll('room')) show(roomID)

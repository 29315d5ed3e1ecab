import { useEffect, useRef, useState } from 'react'
import { ZegoExpressEngine } from 'zego-express-engine-webrtc/esm/ZegoExpressWebRTC.esm.js'

const appID = 1234567890
const server = 'wss://webliveroom1234567890-api.coolzcloud.com/ws'

export type Phase = 'idle' | 'connecting' | 'live' | 'interrupted'

/** One call: joins the room and publishes camera and microphone; ends with the component. */
export function useCall(roomID: string, userID: string) {
  const engine = useRef<ZegoExpressEngine>(null)
  const [phase, setPhase] = useState<Phase>('idle')
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    const zego = new ZegoExpressEngine(appID, server)
    engine.current = zego
    zego.on('roomStateChanged', (_room, reason, code) => {
      if (reason === 'RECONNECTING') setPhase('interrupted')
      if (reason === 'RECONNECTED') setPhase('live')
      if (reason === 'KICKOUT') setProblem(`The doctor has ended the call (${code}).`)
      if (reason === 'KICKOUT' || reason === 'LOGOUT') setPhase('idle')
    })
    zego.on('deviceError', (code) => setProblem(`Your camera or microphone stopped working (${code}).`))
    return () => zego.destroyEngine()
  }, [])

  async function call() {
    const zego = engine.current
    if (!zego) return
    setProblem(undefined)
    setPhase('connecting')
    try {
      const { token } = await (await fetch(`/api/token?user=${userID}`)).json()
      await zego.loginRoom(roomID, token, { userID, userName: userID })
      const stream = await zego.createStream({ camera: { video: true, audio: true } })
      zego.startPublishingStream(`${roomID}-${userID}`, stream)
      setPhase('live')
    } catch (error) {
      const { code } = error as { code?: number }
      setProblem(`The call could not be made (${code ?? String(error)}).`)
      setPhase('idle')
    }
  }

  return { phase, problem, call }
}

import { type Phase, useCall } from './use-call.ts'

const words: Record<Phase, string> = {
  idle: 'Not connected',
  connecting: 'Calling…',
  live: 'You are in the consultation',
  interrupted: 'The connection was lost; trying again…',
}

export function Consultation({ roomID, userID }: { roomID: string; userID: string }) {
  const { phase, problem, call } = useCall(roomID, userID)
  return (
    <main>
      <h1>Video consultation</h1>
      <button type="button" onClick={call} disabled={phase !== 'idle'}>
        Call the doctor
      </button>
      <p role="status">{words[phase]}</p>
      {problem && <p role="alert">{problem}</p>}
    </main>
  )
}

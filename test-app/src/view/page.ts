import { type Phase, showsRoom } from '../room/room-state.ts'
import type { Session } from '../session.ts'
import { alertView } from './feedback/alert.ts'
import { connectionView } from './feedback/connection.ts'
import { noticeView } from './feedback/notice.ts'
import { joinForm } from './join-form.ts'
import { roomPage } from './room-page.ts'

/** Where `index.html` leaves room for the parts of the page. */
function place(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`index.html has no element with the id "${id}"`)
  return element
}

/** The alert and the notice stand from the start: a live region that comes with its text is not read out. */
export function showProblems(session: Pick<Session, 'problems'>): void {
  place('problem').replaceWith(alertView(session.problems))
  place('notice').replaceWith(noticeView(session.problems.notice))
}

/** Shows the join form or the room, and moves the cursor along with the page. */
export function showSession(session: Session, query: URLSearchParams): void {
  place('connection').replaceWith(connectionView(session.room.state))
  const form = joinForm(session, query)
  const room = roomPage(session)
  place('view').replaceChildren(form, room)
  let shown: Phase | undefined
  session.room.state.watch(({ phase }) => {
    form.hidden = showsRoom(phase)
    room.hidden = !showsRoom(phase)
    const moved = shown !== undefined && showsRoom(shown) !== showsRoom(phase)
    shown = phase
    if (moved) (showsRoom(phase) ? room : form).querySelector('h1')?.focus()
  })
}

import { loadConfig } from './config.ts'
import { createEngine, type Engine } from './engine.ts'
import { type DecodeType, loadVendorPlayer } from './play/vendor-player.ts'
import { createWatching } from './play/watching.ts'
import { attempt } from './problem/failure.ts'
import { createProblems } from './problem/problem.ts'
import { copyDetails } from './problem/support.ts'
import { fetchToken } from './room/token.ts'
import { h } from './view/elements/dom.ts'
import { showProblems } from './view/page.ts'
import { viewerView } from './view/viewer.ts'

/**
 * A page that plays one stream from a CDN, with the vendor's player, as soon as it is opened:
 * `viewer.html?roomID=…&userID=…&src=…`.
 */
const query = new URLSearchParams(location.search)
const asked = (name: string) => query.get(name) ?? ''
const problems = createProblems({
  'copy-details': async (problem) => problems.notice.set({ text: await copyDetails(problem), actions: [] }),
})

let made: Engine | undefined

async function start(): Promise<void> {
  problems.clear('app')
  const outcome = await attempt(open)
  if (outcome.ok) return
  const headline = 'This page could not start'
  problems.report({ about: 'app', headline, failure: outcome.failure, recovery: { retry: start } })
}

async function open(): Promise<void> {
  const Player = await loadVendorPlayer()
  // Whoever tries again has one: a second one would keep a connection of its own.
  made ??= createEngine(await loadConfig(query))
  const engine = made
  // The player takes nothing before somebody is logged in.
  const [roomID, userID] = [asked('roomID'), asked('userID')]
  await engine.loginRoom(roomID, await fetchToken(userID, roomID), { userID, userName: userID })
  addEventListener('pagehide', () => engine.logoutRoom(roomID))
  const decodeType = (query.get('decodeType') ?? undefined) as DecodeType | undefined
  const container = h('div', { class: 'stage' })
  const watching = createWatching({
    problems,
    src: asked('src'),
    make: (decode = decodeType) => {
      container.replaceChildren()
      return new Player(engine, { container, mode: 'live', ...(decode && { decodeType: decode }) })
    },
  })
  document.getElementById('view')?.replaceChildren(viewerView(watching, container))
  watching.start()
}

showProblems({ problems })
await start()

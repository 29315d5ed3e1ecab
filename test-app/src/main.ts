import { loadConfig } from './config.ts'
import { useModules } from './device/sdk-modules.ts'
import { createEngine } from './engine.ts'
import { attempt } from './problem/failure.ts'
import { createProblems } from './problem/problem.ts'
import { copyDetails } from './problem/support.ts'
import { createSession, type Session } from './session.ts'
import { showProblems, showSession } from './view/page.ts'

const query = new URLSearchParams(location.search)
let session: Session | undefined

const problems = createProblems({
  rejoin: () => session?.room.rejoin(),
  renew: () => session?.room.renewToken(),
  'copy-details': async (problem) => problems.notice.set({ text: await copyDetails(problem), actions: [] }),
})

async function start(): Promise<void> {
  problems.clear('app')
  const outcome = await attempt(async () => {
    const config = await loadConfig(query)
    await useModules(config.modules ?? [])
    return createSession(createEngine(config), problems, config)
  })
  if (!outcome.ok) {
    const headline = 'This page could not start'
    return problems.report({ about: 'app', headline, failure: outcome.failure, recovery: { retry: start } })
  }
  session = outcome.value
  showSession(session, query)
  await session.devices.refresh()
}

showProblems({ problems })
if (import.meta.env.DEV) await (await import('./dev.ts')).startDevCloud()
await start()

// Closing the page must not leave a ghost in the room.
addEventListener('pagehide', () => void session?.room.leave())

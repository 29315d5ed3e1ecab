import './style/dev-console.css'
import { HttpResponse, http } from 'msw'
import { setupWorker } from 'msw/browser'
import { Cloud, cloudHandlers, makeToken } from '../../src/cloud/doors/msw/index.ts'
import { pagePeers } from '../../src/cloud/gateway/page/peers.ts'
import { PageReplay } from '../../src/cloud/gateway/page/replay.ts'
import { faultConsole } from './dev-console.ts'

declare global {
  interface Window {
    /** The cloud of the dev mode, for the console: `await cloud.room('r1').join('guest').publish('s1')`. */
    cloud?: Cloud
  }
}

/** This app's own server, as far as it has one. */
const ownServer = [
  http.get('/api/config', () =>
    HttpResponse.json({
      appID: 1_234_567_890,
      server: 'wss://server.example/ws',
      multiRoom: true,
      modules: ['background', 'noise'],
    }),
  ),
  http.get('/api/token', () => HttpResponse.json({ token: makeToken() })),
]

/**
 * `npm run dev`: the ZEGO cloud runs inside this page, so that neither a server nor an account is needed. A build does
 * not contain this file.
 */
export async function startDevCloud(): Promise<void> {
  const cloud = new Cloud({ createPeer: pagePeers, loadMedia: PageReplay.load })
  await setupWorker(...cloudHandlers(cloud), ...ownServer).start({
    onUnhandledRequest: 'bypass',
    quiet: true,
  })
  window.cloud = cloud
  document.body.append(faultConsole(cloud))
}

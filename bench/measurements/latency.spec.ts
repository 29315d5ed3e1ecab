import { test } from '../../scenarios/test.ts'
import { measured } from './measured.ts'

test('login, publish, play and first frame through the wire door', async ({ cloud, engine }, testInfo) => {
  await engine.open()
  const login = Date.now()
  await engine.logIn()
  measured(testInfo, 'latency/login', Date.now() - login)

  const publish = Date.now()
  await engine.publish('s1')
  measured(testInfo, 'latency/publish', Date.now() - publish)

  await cloud.room(engine.roomId).join('guest').publish('s2')
  const { playing, firstFrame } = await engine.page.evaluate(async () => {
    const start = performance.now()
    const video = document.createElement('video')
    video.muted = true
    video.srcObject = await window.engine.startPlayingStream('s2')
    const resolved = performance.now()
    const frame = new Promise((resolve) => video.requestVideoFrameCallback(resolve))
    await video.play()
    await frame
    return { playing: resolved - start, firstFrame: performance.now() - start }
  })
  measured(testInfo, 'latency/play', playing)
  measured(testInfo, 'latency/first frame', firstFrame)
})

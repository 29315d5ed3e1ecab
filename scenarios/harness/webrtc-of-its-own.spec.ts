import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, test } from './test.ts'

/** An app with a peer connection beside the SDK, and a STUN server known by name: WebRTC asks for names past any proxy. */
test('a name that WebRTC asks for is not looked up', { tag: '@no-code' }, async ({ page }) => {
  const server = createSocket('udp4')
  let asked = 0
  server.on('message', () => asked++)
  server.bind(0, '127.0.0.1')
  await once(server, 'listening')
  await page.goto('/room.html')
  const gather = async (urls: string) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls }] })
    peer.createDataChannel('own')
    const gathered = new Promise((resolve) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve(true)
    })
    const refused = new Promise((resolve) => {
      peer.onicecandidateerror = ({ errorText }) => resolve(errorText)
    })
    await peer.setLocalDescription()
    return Promise.race([gathered, refused])
  }
  const { port } = server.address()
  expect(await page.evaluate(gather, `stun:stun.localhost:${port}`)).toContain('lookup')
  expect(asked).toBe(0)
  page.evaluate(gather, `stun:127.0.0.1:${port}`).catch(() => {}) // nobody answers, which takes long
  await expect.poll(() => asked).toBeGreaterThan(0) // without which the name proves nothing
  server.close()
})

import { playing } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

const [streamNotFound, retry] = [1004, 5]
const streamRetryTime = 4

const rows = [
  {
    where: 'within Flutter',
    isFlutter: true,
    tag: ['@1004002'],
    meanwhile: 1004099,
    last: 1004002,
    never: 1104031,
  },
  {
    where: 'in a plain web app',
    isFlutter: false,
    tag: ['@1104039', '@1004002'],
    meanwhile: 1104039,
    last: 1104031,
    never: 1004002,
  },
]

for (const { where, isFlutter, tag, meanwhile, last, never } of rows) {
  test(`a stream that plays is gone for good, ${where}`, { tag }, async ({ app, cloud, faults, zego }) => {
    app.settings = { engine: { isFlutter, streamRetryTime } }
    await cloud.room(app.roomId).join('another').publish('another-stream')
    await app.watch()
    const gone = await faults.media.answer('CreateSessionWithSdpReq', reply.code(streamNotFound))
    await faults.media.close(
      { err: streamNotFound, action: retry },
      { role: 'player', stream: 'guest-stream' },
    )
    await expect(zego).toSurface(meanwhile, { via: 'event:playerStateUpdate' })
    await expect(zego).toSurface(last, { via: 'event:playerStateUpdate' })
    await expect(zego).not.toSurface(never)
    await expect(app).toReact(last)

    await gone.undo()
    await app.recover(playing())
    await expect(app.playing('another-stream')).toHaveText('Playing')
  })
}

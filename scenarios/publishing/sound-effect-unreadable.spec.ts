import { HttpResponse, http } from 'msw'
import { heard } from '../heard.ts'
import { expect, test } from '../test.ts'

/** A WAV file of one sample: what is there when nothing is wrong. */
const sound = Buffer.from(
  '524946462600000057415645666d74201000000001000100401f0000803e00000200100064617461020000000000',
  'hex',
)

test('a sound effect that is no sound', { tag: '@1103057' }, async ({ cloud, engine, faults, zego }) => {
  cloud.use(http.get('*/boom.wav', () => HttpResponse.arrayBuffer(new Uint8Array(sound).buffer)))
  await engine.open()
  await faults.http.answer('*/boom.wav', { json: { error: 'The sound is gone.' } })
  const ending = await engine.call('loadAudioEffect', 'boom', '/boom.wav')
  await heard(zego, 'console', 'effect')
  await expect(zego).not.toSurface(1103057)
  expect(ending).toMatchObject({ how: 'rejected', value: { name: 'EncodingError' } })
})

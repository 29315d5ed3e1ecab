import { heard } from '../heard.ts'
import { type EndOf, sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

const chiming: EndOf = (app) => ({
  what: 'the SDK plays the chime into a stream whose sound reaches the gateway',
  isSo: () => app.page.getByText(/^Everybody (hears|has heard) the chime$/).isVisible(),
  watch: sending('microphone')(app).watch,
})

test('the file of a sound effect is gone', { tag: '@1103057' }, async ({ app, faults, zego }) => {
  await app.goLive()
  const gone = await faults.http.answer('*/chime-*.wav', { json: { error: 'The sound is gone.' } })
  await app.button('Play a chime').click()
  await heard(zego, 'console', 'effect')
  await expect(zego).not.toSurface(1103057)
  await expect(app).toReact(1103057, { also: ['Try again'] })

  await gone.undo()
  await app.recover(chiming, undefined, 'Try again')
})

import { chromium } from 'playwright'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareStage } from '../src/browser/stage.ts'

const stage = prepareStage()
let server: ViteDevServer
let address: string

beforeAll(async () => {
  const configFile = new URL('./vite.config.ts', import.meta.url).pathname
  server = await createServer({ configFile, logLevel: 'error', server: { host: '127.0.0.1', port: 0 } })
  await server.listen()
  address = server.resolvedUrls?.local[0] ?? ''
})

afterAll(async () => {
  await server.close()
  stage.dispose()
})

test('npm run dev: login, chat, publishing and playing with the cloud inside the page', async () => {
  const browser = await chromium.launch(stage.launchOptions)
  const page = await browser.newPage({ permissions: ['camera', 'microphone'] })
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))

  await page.goto(address)
  await page.getByRole('textbox', { name: 'Room ID' }).fill('r1')
  await page.getByRole('textbox', { name: 'Your name' }).fill('host')
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('button', { name: 'Go live' }).click()
  await page.getByRole('status', { name: 'Publishing status' }).getByText('Live', { exact: true }).waitFor()

  await page.evaluate(async () => {
    const guest = window.cloud?.room('r1').join('guest')
    guest?.say('hello')
    await guest?.publish('guest-stream')
  })
  await page.getByRole('log').getByText('hello').waitFor()
  await page.getByRole('status', { name: 'Playing status of guest-stream' }).getByText('Playing').waitFor()

  await page.getByText('Faults', { exact: true }).click()
  await page.getByRole('button', { name: 'Kick me out' }).click()
  await page.getByRole('alert').getByText('Code 1002055').waitFor()

  expect(errors).toEqual([])
  await browser.close()
})

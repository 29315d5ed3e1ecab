import { execFileSync } from 'node:child_process'
import { chromium } from '@playwright/test'
import { ensureChromium } from '../../src/browser/install.ts'

/**
 * Asks for another machine from everywhere: this process, a child, a page and a worker. Prints what each got as JSON. For
 * loopback.test.ts, which runs it where none can be reached.
 *
 * The address is one of those that are for documentation (RFC 5737) and belong to nobody.
 */
const url = 'http://192.0.2.1/'
const ask = `fetch('${url}').then(() => 'reached', (error) => String(error.cause?.message ?? error))`
const child = `${ask}.then(console.log)`

const got: Record<string, string> = {}
got.node = await fetch(url).then(
  () => 'reached',
  (error) => String(error.cause?.message ?? error),
)
got.child = execFileSync(process.execPath, ['-e', child], { encoding: 'utf8' }).trim()

const { executablePath, channel } = await ensureChromium()
const browser = await chromium.launch({ executablePath, channel, args: ['--no-sandbox'] })
const page = await browser.newPage()
await page.setContent('<p>Planted</p>')

/** What the code of a page gets, and what the browser says of its request. */
async function both(asking: () => Promise<string>): Promise<string> {
  const [request, text] = await Promise.all([page.context().waitForEvent('requestfailed'), asking()])
  return `${text}; ${request.url()} ${request.failure()?.errorText}`
}

got.page = await both(() => page.evaluate(ask))
got.worker = await both(() =>
  page.evaluate(
    (code) =>
      new Promise<string>((resolve) => {
        const source = `${code}.then((text) => postMessage(text))`
        const worker = new Worker(URL.createObjectURL(new Blob([source])))
        worker.onmessage = ({ data }) => resolve(data)
      }),
    ask,
  ),
)
await browser.close()
console.log(JSON.stringify(got))

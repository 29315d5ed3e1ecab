import { inWords } from '../machine/pace.ts'
import { slowness } from '../machine/slowness.ts'
import { describeChromium } from './find.ts'
import { ensureChromium } from './install.ts'

/**
 * Playwright's global setup: a browser is there before the first worker starts, and two lines say which, and how fast the
 * machine is.
 */
export default async function findOrInstallChromium(): Promise<void> {
  process.stderr.write(`${describeChromium(await ensureChromium())}\n${inWords({ slowness: slowness() })}\n`)
}

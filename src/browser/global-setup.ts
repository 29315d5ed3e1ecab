import { describeChromium } from './find.ts'
import { ensureChromium } from './install.ts'

/** Playwright's global setup: a browser is there before the first worker starts, and one line says which. */
export default async function findOrInstallChromium(): Promise<void> {
  process.stderr.write(`${describeChromium(await ensureChromium())}\n`)
}

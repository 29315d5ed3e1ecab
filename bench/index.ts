import { clients } from './clients.ts'
import { media } from './media.ts'
import { scenarios } from './scenarios.ts'

/** `npm run bench`, or `npm run bench clients` for one. */
const benches: Record<string, () => Promise<void>> = { clients, media, scenarios }

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length) {
  console.error(`No such bench: ${unknown.join(', ')}. There is: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
for (const [name, run] of Object.entries(benches)) if (!wanted.length || wanted.includes(name)) await run()

import { build } from 'vite'

/** Bundles one module (as a customer's production build would: minified, one classic script) and returns the code. */
export async function bundle(source: string): Promise<string> {
  const entry = 'virtual:entry'
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: { write: false, rollupOptions: { input: entry, output: { format: 'iife' } } },
  })
  const outputs = [result].flat().flatMap((built) => ('output' in built ? built.output : []))
  const chunk = outputs.find((output) => output.type === 'chunk')
  if (!chunk) throw new Error('vite built no script of the entry')
  return chunk.code
}

import { build } from 'vite'

/**
 * Bundles a module for a page as a customer's production build would, minified: into one classic script, or a module.
 *
 * @returns its code
 */
export async function bundle(source: string, format: 'iife' | 'es' = 'iife'): Promise<string> {
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
    build: { write: false, rollupOptions: { input: entry, output: { format } } },
  })
  const outputs = [result].flat().flatMap((built) => ('output' in built ? built.output : []))
  const chunk = outputs.find((output) => output.type === 'chunk')
  if (!chunk) throw new Error('Vite built no script of the entry')
  return chunk.code
}

import { join } from 'node:path'
import { OptionDefaults } from 'typedoc'
import manifest from '../../package.json' with { type: 'json' }
import { demandDocstrings } from './docstrings.js'

const root = join(import.meta.dirname, '../..')

/** `npm run docs`: the reference of all that the package exports, built from its docstrings into reference/. */
export default {
  name: manifest.name,
  readme: 'README.md',
  entryPoints: Object.values(manifest.exports)
    .filter((target) => typeof target !== 'string')
    .map((target) => join(root, target.default.replace('./dist/', '').replace(/\.js$/, '.ts'))),
  basePath: root,
  out: join(root, 'reference'),
  plugin: [demandDocstrings],
  blockTags: [...OptionDefaults.blockTags, '@generated'], // what the messages of the service carry
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  disableSources: true,
  skipErrorChecking: true, // `npm run types` does
  validation: { notExported: false },
  treatWarningsAsErrors: true,
  logLevel: 'Warn',
}

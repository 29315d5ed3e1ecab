import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OptionDefaults } from 'typedoc'
import manifest from '../../package.json' with { type: 'json' }
import { demandDocstrings } from './docstrings.js'
import { headingsAsTitles } from './titles.js'

const root = join(import.meta.dirname, '../..')

/** The pages of the documentation, in the order of its table of contents. */
const pages = [...readFileSync(join(root, 'docs/README.md'), 'utf8').matchAll(/\]\((\S+\.md)\)/g)].map(
  ([, page]) => join(root, 'docs', page),
)

/**
 * `npm run docs`: all pages, and the reference of all that the package exports, built from its docstrings, with one search
 * over both, into reference/.
 */
export default {
  name: manifest.name,
  readme: 'README.md',
  projectDocuments: [...pages, join(root, 'docs/architecture.md')],
  searchInDocuments: true,
  entryPoints: Object.values(manifest.exports)
    .filter((target) => typeof target !== 'string')
    .map((target) => join(root, target.default.replace('./dist/', '').replace(/\.js$/, '.ts'))),
  basePath: root,
  out: join(root, 'reference'),
  plugin: [demandDocstrings, headingsAsTitles],
  blockTags: [...OptionDefaults.blockTags, '@generated'], // what the messages of the service carry
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  disableSources: true,
  skipErrorChecking: true, // `npm run types` does
  validation: { notExported: false, invalidPath: false }, // pages link to folders; docs/links.test.ts holds all links
  treatWarningsAsErrors: true,
  logLevel: 'Warn',
}

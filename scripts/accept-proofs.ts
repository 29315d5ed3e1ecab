import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readRecordedProofs, recordedProofsFile } from '../src/ledger/proofs/recorded-proofs.ts'
import { recordedCounts, sentences, withSentence } from './proofs-sentence.ts'

/** Records what the last run of everything, and of the controls, proved, and writes the numbers into the READMEs. */
const ran = 'ledger-report/proofs.json'
if (!existsSync(ran)) {
  console.error(`There is no ${ran}: run all scenarios first, npx playwright test without arguments.`)
  process.exit(1)
}
copyFileSync(ran, recordedProofsFile)
const counts = recordedCounts(readRecordedProofs(recordedProofsFile) ?? { rows: {}, files: {} })
for (const [file, sentence] of Object.entries(sentences))
  writeFileSync(file, withSentence(readFileSync(file, 'utf8'), sentence(counts)))
console.log(`Recorded in ${recordedProofsFile}: ${JSON.stringify(counts)}`)

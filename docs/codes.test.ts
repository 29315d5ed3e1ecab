import { expect, test } from 'vitest'
import { codesPage } from './testing/codes-page.ts'

test('the page of all codes is what the rows say; npx vitest run docs/codes -u writes it anew', async () => {
  await expect(codesPage()).toMatchFileSnapshot('codes.md')
})

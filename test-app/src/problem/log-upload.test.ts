import { expect, test, vi } from 'vitest'
import { scriptedEngine } from '../scripted-engine.ts'
import { createLogUpload } from './log-upload.ts'
import { createProblems } from './problem.ts'

test('a log that was sent once is not said to be sent again when it was not', async () => {
  const uploadLog = vi.fn().mockResolvedValueOnce({ errorCode: 0 }).mockRejectedValue({ errorCode: 1102025 })
  const problems = createProblems({})
  const logUpload = createLogUpload(scriptedEngine({ uploadLog }).engine, problems)
  await logUpload.send()
  expect(logUpload.state.get()).toBe('sent')
  await logUpload.send()
  expect(logUpload.state.get()).toBe('idle')
  expect(problems.open.get()).toMatchObject([{ about: 'log', codes: [1102025] }])
})

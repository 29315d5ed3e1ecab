import { getResponse } from 'msw'
import { expect, test } from 'vitest'
import { Cloud } from '../cloud/cloud.ts'
import { HttpFaults } from './http.ts'

const upload = () => new Request('https://detaillog-global.coolbcloud.com/log/userupload', { method: 'POST' })

test('the cloud takes a log, until it is told to answer otherwise', async () => {
  const cloud = new Cloud()
  expect(await (await getResponse(cloud.httpHandlers, upload()))?.json()).toMatchObject({ code: 0 })
  const faults = new HttpFaults(cloud)
  const { evidence } = await faults.answer('*/log/userupload', { status: 503 })
  expect(evidence.met).toBe(0)
  const answer = await getResponse(cloud.httpHandlers, upload())
  expect(answer?.status).toBe(503)
  expect(answer?.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(evidence.met).toBe(1)
  await faults.restore()
  expect((await getResponse(cloud.httpHandlers, upload()))?.status).toBe(200)
})

test('a browser that asks whether it may is no receipt, and what one test undoes is its own', async () => {
  const cloud = new Cloud()
  const faults = new HttpFaults(cloud)
  const first = await faults.answer('*/log/userupload', { status: 503 })
  const { evidence, undo } = await faults.answer('*/log/userupload', { json: { code: 7 } })
  await getResponse(cloud.httpHandlers, new Request(upload().url, { method: 'OPTIONS' }))
  expect(evidence.met).toBe(0)
  expect(await (await getResponse(cloud.httpHandlers, upload()))?.json()).toEqual({ code: 7 })
  await undo()
  expect((await getResponse(cloud.httpHandlers, upload()))?.status).toBe(503)
  expect([first.evidence.met, evidence.met]).toEqual([1, 1])
})

import { Cloud } from '../src/cloud/cloud.ts'
import { ScriptedClient } from '../src/cloud/testing/scripted-client.ts'
import { makeToken } from '../src/cloud/token.ts'
import { median, report, timed } from './ratios.ts'

const sizes = [1, 10, 50]
const ROUNDS = 60
const REQUESTS = 20

/** Logs `count` clients in to one cloud, each in a room of its own, and lets each send heartbeats and messages. */
function session(count: number): void {
  const cloud = new Cloud()
  for (let index = 0; index < count; index += 1) {
    const client = new ScriptedClient(cloud)
    client.request('LoginRoomReq', {
      roomId: `room-${index}`,
      idName: `user-${index}`,
      thirdToken: makeToken(),
    })
    for (let request = 0; request < REQUESTS; request += 1) {
      client.request('HbReq')
      client.request('SendImReq', { msgContent: 'hello' })
    }
  }
  if (cloud.defects.length) throw cloud.defects[0]
}

/** What one client costs a cloud that has 1, 10 or 50 of them. Flat means a ratio near 1. */
export async function clients(): Promise<void> {
  for (const count of sizes) session(count)
  const rows: [string, number][] = []
  for (const count of sizes) {
    const costs: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) costs.push((await timed(() => session(count))) / count)
    rows.push([`${count} clients`, median(costs)])
  }
  report(`Cost per client of one cloud (login, ${REQUESTS} heartbeats, ${REQUESTS} messages)`, 'ms', rows)
}

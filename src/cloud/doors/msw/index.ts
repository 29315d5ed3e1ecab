/**
 * The mock cloud as MSW handlers: `import { Cloud, cloudHandlers } from 'zego-fault-harness/msw'`. Nothing in here needs
 * Node.
 *
 * @module zego-fault-harness/msw
 */
export { Cloud, type CloudOptions } from '../../cloud.ts'
export { ProtocolDefect } from '../../exchange/defect.ts'
export { type Reply, reply } from '../../exchange/reply.ts'
export { pagePeers } from '../../gateway/page/peers.ts'
export { PageReplay } from '../../gateway/page/replay.ts'
export { accesshub, cdn, gateway, liveroom, mixer, music, server } from '../../handlers.ts'
export { makeToken } from '../../token.ts'
export { cloudHandlers } from './handlers.ts'

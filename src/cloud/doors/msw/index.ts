/**
 * The mock cloud as MSW handlers: `import { Cloud, cloudHandlers } from 'zego-fault-harness/msw'`. Nothing in here needs
 * Node.
 */
export { Cloud, type CloudOptions } from '../../cloud.ts'
export { reply } from '../../exchange/reply.ts'
export { accesshub, gateway, liveroom } from '../../handlers.ts'
export { makeToken } from '../../token.ts'
export { cloudHandlers } from './handlers.ts'

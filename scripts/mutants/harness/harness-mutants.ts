import type { Mutant } from './mutant.ts'

const injector = 'src/faults/kit/injector.ts'
const matcher = 'src/observe/matchers/to-surface.ts'

/** Harnesses that would let a scenario pass by luck, or by lie. */
export const harnessMutants: readonly Mutant[] = [
  {
    name: 'sibling code: the cloud gives the reason of a login elsewhere to a kick-out',
    edits: [{ file: 'src/cloud/liveroom/kickout.ts', find: "'by-server': 2", replace: "'by-server': 1" }],
    scenarios: ['room/kicked-out-by-server'],
    run: 'scenarios',
  },
  {
    name: 'wrong channel: events are recorded as console messages',
    edits: [
      {
        file: 'src/observe/page/record.ts',
        find: "channel: 'event', name,",
        replace: "channel: 'console', name,",
      },
    ],
    scenarios: ['room/kicked-out-by-server'],
    run: 'scenarios',
  },
  {
    name: 'receipt faked: the camera is said to be unplugged, but is not',
    edits: [
      {
        file: 'src/faults/device/presence.ts',
        find: /const \{ before, tracks, way \} = await pluggedIn\(target, kind\)\n/,
        replace: "return injected({ means: 'real', evidence: { ended: ['camera'] } })\n",
      },
    ],
    scenarios: ['device/device-unplugged'],
    run: 'scenarios',
  },
  {
    name: 'receipt faked: signaling is said to be cut, but is not',
    edits: [
      {
        file: 'src/faults/network.ts',
        find: "this.#network.cut(target === 'media' ? nobody : this.#hosts(target))",
        replace: "{ wires: [{ host: 'faked' }], end: () => {} }",
      },
    ],
    scenarios: ['general/signaling-cut-and-back'],
    run: 'scenarios',
  },
  {
    name: 'receipt made up: the injector hands one out without injecting anything',
    edits: [
      {
        file: injector,
        find: 'await step(title, async () => inject())',
        replace: "{ fault, means: 'real', at: Date.now(), evidence: {}, undo: async () => {} }",
      },
    ],
    scenarios: ['room/token-expired', 'publishing/permission-denied'],
    run: 'scenarios',
  },
  {
    name: 'too late: faults are injected long after their receipt',
    edits: [
      {
        file: injector,
        find: 'await step(title, async () => inject())',
        replace:
          "{ fault, means: 'real', at: Date.now(), evidence: {}, undo: async () => {} }; setTimeout(async () => inject(), 25_000).unref()",
      },
    ],
    scenarios: ['room/kicked-out-by-server'],
    run: 'scenarios',
  },
  {
    name: 'wrong claim: a row says that the SDK does not surface its code',
    edits: [
      {
        file: 'src/codes/room.ts',
        find: /(?<=1002055: \{[^}]*evidence: )'[a-z-]+'/,
        replace: "'superseded'",
      },
    ],
    scenarios: ['room/kicked-out-by-server'],
    run: 'scenarios',
  },
  {
    name: 'matcher believes everything: toSurface always passes',
    edits: [{ file: matcher, find: 'const pass = observation !== undefined', replace: 'const pass = true' }],
    scenarios: ['room/kicked-out-by-server'],
    run: 'controls',
  },
  {
    name: 'matcher forgets the fault: what was seen before it counts',
    edits: [{ file: matcher, find: 'seen.at >= since && ', replace: '' }],
    scenarios: ['general/success'],
    run: 'controls',
  },
  {
    name: 'controls lie: faults are injected although they are switched off',
    edits: [{ file: injector, find: "if (injection === 'off')", replace: 'if (!injection)' }],
    scenarios: ['room/kicked-out-by-server'],
    run: 'controls',
  },
]

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
/** Whoever measures, builds, shows or documents the house may look into every room, and nobody looks at them. */
const visitors = ['bench', 'docs', 'examples', 'scripts', 'versions']
const files = [
  ...readdirSync(root),
  ...['src', 'fixtures', 'scenarios', 'test-app', ...visitors].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ),
  // What begins with a dot is what a test beside this one writes for a moment.
].filter((file) => /\.tsx?$/.test(file) && !/(^|\/)(node_modules|dist|\.[^/]+)\//.test(file))
const sources = files.filter((file) => !/\.(test|spec)\.tsx?$|\/testing\//.test(file))

interface Import {
  readonly from: string
  readonly to: string
  readonly isType: boolean
}

/** What a file imports, in whatever way. */
function importsIn(from: string, text: string): Import[] {
  const arrow = (to: string, isType: boolean): Import => ({
    from,
    to: to.startsWith('.') ? relative(root, resolve(root, dirname(from), to)) : to,
    isType,
  })
  const named = text.matchAll(/^(?:import|export) (type )?([^;'"=()]*?)from '([^']+)'/gms)
  const bare = text.matchAll(/^import '([^']+)'/gm)
  const called = text.matchAll(/(await |typeof )?\bimport\(\s*'([^']+)'\s*\)(\.[A-Z])?/g)
  return [
    ...[...named].map(([, type, names = '', to = '']) =>
      arrow(
        to,
        type !== undefined ||
          names
            .replace(/[{}\s]/g, '')
            .split(',')
            .every((name) => !name || /^type[A-Z]/.test(name)),
      ),
    ),
    ...[...bare].map(([, to = '']) => arrow(to, false)),
    ...[...called].map(([, word, to = '', member]) =>
      arrow(to, word === 'typeof ' || (word === undefined && member !== undefined)),
    ),
  ]
}

const imports = sources.flatMap((from) => importsIn(from, readFileSync(join(root, from), 'utf8')))

/** Who may be imported by whom: each room, and the rooms below it. */
const below: Record<string, readonly string[]> = {
  'src/codes': [],
  'src/cloud': [],
  'src/machine': [],
  'src/browser': ['src/machine'],
  'src/faults': ['src/cloud', 'src/codes', 'src/browser', 'src/machine'],
  'src/observe': ['src/cloud', 'src/codes', 'src/faults'],
  'src/ledger': ['src/cloud', 'src/codes', 'src/faults', 'src/observe'],
  'src/cli': ['src/codes', 'src/ledger', 'src/observe'],
  fixtures: [
    'src/browser',
    'src/cloud',
    'src/codes',
    'src/faults',
    'src/ledger',
    'src/machine',
    'src/observe',
  ],
  'test-app': ['src/cloud', 'src/faults'],
  scenarios: ['fixtures', 'src/cloud', 'src/faults', 'src/machine', 'src/observe', 'test-app'],
}
/** Within a room, from the ground up: whoever stands higher may import what is lower. `*`: every file of its own. */
const floors: Record<string, readonly string[]> = {
  'src/cloud': [
    'exchange',
    'proto',
    'accesshub',
    'telemetry cdn gateway liveroom mixer music',
    'server',
    'cloud.ts handlers.ts',
    'doors',
  ],
  'src/faults': ['kit in-page', 'device tab', '*'],
}
const roomOf = (file: string) => Object.keys(below).find((room) => file.startsWith(`${room}/`))
const isOurs = (file: string) => files.includes(file)

function floorOf(room: string, file: string): { place: string; height: number } | undefined {
  const [place = '', ...rest] = file.slice(room.length + 1).split('/')
  const names = [place, ...(rest.length ? [] : ['*'])]
  const height = (floors[room] ?? []).findIndex((floor) =>
    floor.split(' ').some((name) => names.includes(name)),
  )
  return height < 0 ? undefined : { place, height }
}

/** What is wrong with an import, by the rule that says so. */
const rules = {
  'no room imports one that is not below it': ({ from, to }) => {
    const [here, there] = [roomOf(from), roomOf(to)]
    return here !== undefined && isOurs(to) && here !== there && !(there && below[here]?.includes(there))
  },

  'no folder of a room imports one above it': ({ from, to }) => {
    const room = roomOf(from)
    if (!room || room !== roomOf(to)) return false
    const [here, there] = [floorOf(room, from), floorOf(room, to)]
    if (!here || !there) return false
    const isSister = here.height === there.height && here.place !== there.place && room === 'src/cloud'
    return there.height > here.height || (isSister && there.height !== topOfCloud)
  },

  'the cloud needs Node only in its wire door and where the gateway has sockets': ({ from, to }) =>
    isOfNode(to) && from.startsWith('src/cloud/') && !/^src\/cloud\/(doors\/wire|gateway\/node)\//.test(from),

  'werift is known to nobody but the gateway in Node': ({ from, to }) =>
    /^werift/.test(to) && !from.startsWith('src/cloud/gateway/node/') && !visits(from),

  'what runs in a page imports nothing of Node': ({ from, to }) =>
    /^src\/(observe\/page|cloud\/gateway\/page|faults\/in-page)\//.test(from) &&
    isOfNode(to) &&
    `${from} ${to}` !== waitsOutside,

  'what faults do in a page knows nothing of the cloud': ({ from, to }) =>
    from.startsWith('src/faults/in-page/') && to.startsWith('src/cloud/'),
} satisfies Record<string, (each: Import) => boolean>

const topOfCloud = floors['src/cloud']?.indexOf('cloud.ts handlers.ts')
const isOfNode = (to: string) => /^(node:|werift)/.test(to)
const visits = (file: string) => visitors.some((folder) => file.startsWith(`${folder}/`))
/** Worklets are reached through the debugger, and what waits for their answer is on this side. */
const waitsOutside = 'src/faults/in-page/sound-worklets.ts node:timers/promises'

type Rule = keyof typeof rules

test.each(Object.keys(rules) as Rule[])('%s', (rule) => {
  expect(imports.filter(rules[rule])).toEqual([])
})

test.each<[Rule, string, string]>([
  ['no room imports one that is not below it', 'src/codes/row.ts', "import { x } from '../cloud/clock.ts'"],
  ['no room imports one that is not below it', 'src/cloud/clock.ts', "import '../faults/time.ts'"],
  ['no room imports one that is not below it', 'src/cloud/clock.ts', "let x: import('../faults/time.ts').X"],
  ['no room imports one that is not below it', 'src/cli/main.ts', "await import('../../fixtures/index.ts')"],
  ['no room imports one that is not below it', 'fixtures/test.ts', "export * from '../scenarios/test.ts'"],
  ['no room imports one that is not below it', 'src/codes/row.ts', "import x from '../../vitest.config.ts'"],
  ['no room imports one that is not below it', 'scenarios/test.ts', "import x from '../bench/core.ts'"],
  [
    'no folder of a room imports one above it',
    'src/cloud/mixer/a.ts',
    "import type { X } from '../cloud.ts'",
  ],
  [
    'no folder of a room imports one above it',
    'src/cloud/mixer/a.ts',
    "import { x } from '../music/song.ts'",
  ],
  ['no folder of a room imports one above it', 'src/faults/kit/a.ts', "import { x } from '../network.ts'"],
  [
    'the cloud needs Node only in its wire door and where the gateway has sockets',
    'src/cloud/clock.ts',
    "import { setTimeout } from 'node:timers/promises'",
  ],
  ['werift is known to nobody but the gateway in Node', 'src/faults/media.ts', "await import('werift')"],
  ['what runs in a page imports nothing of Node', 'src/faults/in-page/a.ts', "import fs from 'node:fs'"],
  [
    'what faults do in a page knows nothing of the cloud',
    'src/faults/in-page/a.ts',
    "import type { Cloud } from '../../cloud/cloud.ts'",
  ],
])('%s: one in %s that says %s is found', (rule, from, text) => {
  expect(importsIn(from, text).filter(rules[rule])).toHaveLength(1)
})

test('what is imported only as a type is told apart', () => {
  const text = [
    "import type { A } from './a.ts'",
    "import { type B, type C } from './b.ts'",
    "import { type D, e } from './c.ts'",
    'export const two = 2',
    "export type { F } from './d.ts'",
    "let g: import('./e.ts').G",
    "const h: typeof import('./f.ts')",
    "const { i } = await import('./g.ts')",
    "import './h.ts'",
  ].join('\n')
  const values = importsIn('src/x.ts', text).filter(({ isType }) => !isType)
  expect(importsIn('src/x.ts', text)).toHaveLength(8)
  expect(values.map(({ to }) => to)).toEqual(['src/c.ts', 'src/h.ts', 'src/g.ts'])
})

test('every source belongs to a room or a visitor, or stands at the door', () => {
  const homeless = sources.filter((file) => !roomOf(file) && !visits(file) && file.includes('/'))
  expect(homeless).toEqual([])
  expect(sources.length).toBeGreaterThan(500)
  expect(imports.length).toBeGreaterThan(1_500)
})

test('no circle of files imports each other, other than types', () => {
  const next = new Map<string, string[]>(sources.map((file) => [file, []]))
  for (const { from, to, isType } of imports) if (!isType) next.get(from)?.push(to)
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path, file].join(' > '))
    if (path.includes(file) || done.has(file)) return
    for (const other of next.get(file) ?? []) walk(other, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  expect(circles).toEqual([])
})

test('no folder outside scenarios/ has more than 20 sources of its own', () => {
  const counts = foldersIn('.').map((folder) => ({ folder, sources: sourcesIn(folder) }))
  const crowded = counts.filter(({ sources }) => sources > 20)
  expect(crowded, 'Find the concepts in it: a folder for each').toEqual([])
  expect(counts.length).toBeGreaterThan(50)
})

/** A folder and those within, except scenarios and what is installed, built or generated. */
function foldersIn(folder: string): readonly string[] {
  const inner = readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\..*|node_modules|dist|gen)$/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .filter((path) => path !== 'scenarios' && path !== 'reference')
  return [folder, ...inner.flatMap(foldersIn)]
}

function sourcesIn(folder: string): number {
  return readdirSync(join(root, folder)).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .length
}

test('no debugger session of a page is detached; that of the whole browser may be', () => {
  const detaching = sources.filter(
    (file) => !file.startsWith('scenarios') && readFileSync(join(root, file), 'utf8').includes('.detach()'),
  )
  expect(detaching, 'See src/browser/page-session.ts').toEqual(['src/faults/kit/processes.ts'])
})

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = ['src', 'fixtures', 'scenarios', 'test-app/src']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts'))
const sources = files.filter((file) => !/\.(test|spec)\.ts$|\/testing\//.test(file))

interface Import {
  readonly from: string
  readonly to: string
  readonly isType: boolean
}

const imports = sources.flatMap((from): Import[] =>
  [
    ...readFileSync(join(root, from), 'utf8').matchAll(
      /^(?:import|export) (type )?([^;'"]*?)from '([^']+)'/gms,
    ),
  ].map(([, type, names = '', to = '']) => ({
    from,
    to: to.startsWith('.') ? relative(root, resolve(root, dirname(from), to)) : to,
    isType:
      type !== undefined ||
      names
        .replace(/[{}\s]/g, '')
        .split(',')
        .every((name) => !name || /^type[A-Z]/.test(name)),
  })),
)

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
}
/** Within a room, from the ground up: whoever stands higher may import what is lower. */
const floors: Record<string, readonly string[]> = {
  'src/cloud': [
    'exchange',
    'proto',
    'accesshub',
    'telemetry cdn gateway liveroom mixer music',
    'server',
    'doors',
  ],
  'src/faults': ['kit in-page', 'device'],
}
const roomOf = (file: string) => Object.keys(below).find((room) => file.startsWith(`${room}/`))
const outOf = (room: string, file: string) => file.slice(room.length + 1).split('/')

test('no room imports one that is not below it', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [here, there] = [roomOf(from), roomOf(to)]
    return here && there && here !== there && !below[here]?.includes(there)
  })
  expect(wrong).toEqual([])
})

test.each(Object.entries(floors))('no folder of %s imports one above it', (room, floor) => {
  const floorOf = (file: string) => {
    const [folder = '', rest] = outOf(room, file)
    return rest === undefined ? undefined : floor.findIndex((folders) => folders.split(' ').includes(folder))
  }
  const inside = imports.filter(({ from, to }) => roomOf(from) === room && roomOf(to) === room)
  const wrong = inside.filter(({ from, to }) => {
    const [here, there] = [floorOf(from), floorOf(to)]
    const sisters = here === there && outOf(room, from)[0] !== outOf(room, to)[0]
    return here !== undefined && there !== undefined && (there > here || (sisters && room === 'src/cloud'))
  })
  expect(wrong).toEqual([])
  expect(inside.length).toBeGreaterThan(20)
})

test('the cloud needs Node only in its wire door and where the gateway has sockets', () => {
  const wrong = imports
    .filter(({ to }) => /^(node:|werift)/.test(to))
    .filter(
      ({ from }) => from.startsWith('src/cloud/') && !/^src\/cloud\/(doors\/wire|gateway\/node)\//.test(from),
    )
  expect(wrong).toEqual([])
})

test('what runs in a page imports nothing of Node', () => {
  const inPage = /^src\/(observe\/page|cloud\/gateway\/page)\//
  expect(imports.filter(({ from, to }) => inPage.test(from) && to.startsWith('node:'))).toEqual([])
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
    .filter((path) => path !== 'scenarios')
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
  expect(detaching, 'See src/browser/page-session.ts').toEqual(['src/faults/device/capture-process.ts'])
})

/** Flags of Chromium that take a list and of which it obeys only the last. */
const flags = ['--disable-features=', '--enable-features=', '--host-resolver-rules=']

/** The same arguments with all lists of a flag joined in one, in their order. */
export function joinLists(args: readonly string[]): string[] {
  const isList = (arg: string) => flags.some((flag) => arg.startsWith(flag))
  const joined = flags.flatMap((flag) => {
    const lists = args.filter((arg) => arg.startsWith(flag))
    const entries = lists.flatMap((list) => list.slice(flag.length).split(','))
    return entries.length ? [`${flag}${[...new Set(entries)].join()}`] : []
  })
  return [...args.filter((arg) => !isList(arg)), ...joined]
}

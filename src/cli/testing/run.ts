import { main } from '../main.ts'

/** Runs the command in a folder, and keeps what it says. */
export function run(args: readonly string[], folder: string) {
  const out: string[] = []
  const err: string[] = []
  const terminal = {
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    width: 100,
    colour: false,
  }
  const exit = main(args, folder, terminal, folder)
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

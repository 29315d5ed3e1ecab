const said = new Set<string>()

/** Mutants of the cloud that the running test came to. */
export const met = {
  add(name: string): void {
    said.add(name)
  },
  all: (): readonly string[] => [...said],
  /** Another test begins. */
  forget(): void {
    said.clear()
  },
}

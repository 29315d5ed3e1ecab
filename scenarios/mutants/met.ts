/** Mutants of the cloud that the running test came to, by name. */
export const met = new Set<string>()

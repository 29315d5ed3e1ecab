/** One change of one file. `find` must occur exactly once, so that a mutant cannot go stale without being noticed. */
export interface Edit {
  /** Relative to the root of the project. */
  readonly file: string
  readonly find: string | RegExp
  readonly replace: string
}

/** A defect put into the sample app or into the harness, and who has to notice it. */
export interface Mutant {
  /** What is broken, in words. */
  readonly name: string
  readonly edits: readonly Edit[]
  /** Spec files that run against it: as few as it takes. */
  readonly scenarios: readonly string[]
  /**
   * What runs them: `scenarios` as usual, with the ledger judging the rows' claims, or `controls`, without the faults.
   */
  readonly run: 'scenarios' | 'controls'
}

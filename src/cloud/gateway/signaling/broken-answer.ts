/** An answer without candidates: the client has nowhere to send its checks, and ICE never ends. */
export const withoutCandidates = (answer: string): string =>
  answer.replace(/^a=(candidate:|end-of-candidates).*\r?\n/gm, '')

/**
 * An answer no browser accepts. (An empty one would do worse than intended: the SDK trips over it with an uncaught
 * TypeError.)
 */
export const unacceptable = 'v=0\r\nunreadable'

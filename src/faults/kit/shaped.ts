/** A network that is shaped, of one kind of traffic: its first phase was measured. */
export interface Shaped {
  readonly evidence: Readonly<Record<string, unknown>>
  readonly undo: () => void
  /** Starts the clock of the phases. */
  readonly run: () => void
}

/** What of a network is shaped. */
interface Parts {
  readonly signaling?: Shaped
  readonly media?: Shaped
}

/** Starts the clocks of both parts at once. One alone has the receipt to itself; of two, each has its own in it. */
export function together({ signaling, media }: Parts): Pick<Shaped, 'evidence' | 'undo'> {
  const parts = [signaling, media].filter((part) => part !== undefined)
  for (const { run } of parts) run()
  const undo = () => {
    for (const part of parts) part.undo()
  }
  if (!signaling || !media) return { evidence: (signaling ?? media)?.evidence ?? {}, undo }
  const evidence = {
    signaling: signaling.evidence,
    media: media.evidence,
    request: signaling.evidence.request,
    get met() {
      return signaling.evidence.met
    },
  }
  return { evidence, undo }
}

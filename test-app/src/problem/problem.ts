import {
  type Action,
  again,
  type Circumstances,
  type Reaction,
  type RunKey,
  reactionTo,
  type Severity,
} from '../reactions.ts'
import { createStore, type Store } from '../store.ts'
import type { Failure } from './failure.ts'

/** What a problem is about. One problem is open per subject; a newer one takes the older one's place. */
export type Subject =
  | 'app'
  | 'room'
  | 'side-room'
  | 'token'
  | 'camera'
  | 'microphone'
  | 'live'
  | 'screen'
  | 'message'
  | 'mixer'
  | 'topic'
  | 'music'
  | 'description'
  | 'relay'
  | 'log'
  | 'effect'
  | 'extra'
  | 'picture'
  | 'sound'
  | 'speaker'
  | 'picked'
  | 'watching'
  | PlaySubject
export type PlaySubject = `play:${string}`

/** What went wrong, as the part of the app that saw it tells it. */
export interface Trouble {
  readonly about: Subject
  /** What the person can no longer do, e.g. `You could not join`. */
  readonly headline: string
  readonly failure: Failure
  readonly circumstances?: Circumstances
  /** Said after the reaction's message, e.g. the host's reason for a kick-out. */
  readonly note?: string
  /** Instead of the reaction to the code, for what has no code. */
  readonly reaction?: Reaction
  /** Offered beside a reaction that knows nothing better than to copy the details. */
  readonly otherwise?: Action
  /** What this part can do about it. An action that nobody can run is not offered. */
  readonly recovery?: Partial<Record<RunKey, () => unknown>>
}

/** Something worth knowing that is no problem, and what can be done about it all the same. */
export interface Notice {
  readonly text: string
  readonly actions: Problem['actions']
}

/** A problem the person should know of. */
export interface Problem {
  readonly about: Subject
  readonly headline: string
  readonly message: string
  readonly severity: Severity
  /** Every code this subject has shown since it was well, newest first. */
  readonly codes: readonly number[]
  readonly detail: string
  readonly since: Date
  /** What can be done, the advised action first. */
  readonly actions: readonly { readonly label: string; readonly run: () => Promise<void> }[]
}

export interface Problems {
  /** Open problems, the one to solve first in front. */
  readonly open: Store<readonly Problem[]>
  /** The last thing worth knowing that is no problem; without text when there is none. */
  readonly notice: Store<Notice>
  /** Opens the problem; what turns out to be none (severity `info`) becomes a notice. */
  report(trouble: Trouble): void
  /** Another code tells less of the open problem than it says already: it goes to the small print. */
  annotate(about: Subject, code: number): void
  /** The subject is well again, or gone. */
  clear(...about: readonly Subject[]): void
}

/** Keeps the open problems. `recovery` runs the actions that are the same whatever the problem is about. */
export function createProblems(recovery: Partial<Record<RunKey, (problem: Problem) => unknown>>): Problems {
  const open = createStore<readonly Problem[]>([])
  const notice = createStore<Notice>({ text: '', actions: [] })
  /** What each action does by now, by subject and label: what is told once may have come about twice, the second time by another wish. */
  const runs = new Map<string, () => unknown>()

  function report(trouble: Trouble): void {
    const at = open.get().findIndex(({ about }) => about === trouble.about)
    const before = open.get()[at]
    const problem = problemOf(trouble, before)
    if (problem.severity === 'info') {
      const text = `${problem.message} (code ${problem.codes[0]})`
      return notice.set({ text, actions: problem.actions })
    }
    // An event and a rejected promise often tell the same: say it once.
    if (before && before.message === problem.message && before.codes[0] === problem.codes[0]) return
    open.set((before ? open.get().with(at, problem) : [problem, ...open.get()]).toSorted(roomFirst))
  }

  function problemOf(trouble: Trouble, before: Problem | undefined): Problem {
    const { about, headline, failure, note } = trouble
    const reaction = trouble.reaction ?? reactionToFailure(failure, trouble.circumstances)
    const problem: Problem = {
      about,
      headline,
      message: [reaction.message, note].filter(Boolean).join(' '),
      severity: reaction.severity,
      codes: [...new Set([...(failure.code === undefined ? [] : [failure.code]), ...(before?.codes ?? [])])],
      detail: failure.detail,
      since: new Date(),
      actions: [...reaction.actions, ...instead(reaction, trouble)].flatMap(({ label, run: key }) => {
        const run = runner(trouble, key)
        if (!run) return []
        if (reaction.severity === 'info') return [{ label, run: async () => void (await run(problem)) }]
        const action = `${about} ${label}`
        // As it is shown by then: it may have been annotated, or told again.
        runs.set(action, () => run(open.get().find((each) => each.about === about) ?? problem))
        return [{ label, run: async () => void (await runs.get(action)?.()) }]
      }),
    }
    return problem
  }

  /** Renewing the token does not by itself repeat what failed for want of one. */
  function runner({ recovery: own }: Trouble, key: RunKey): ((problem: Problem) => unknown) | undefined {
    if (key !== 'renew') return own?.[key] ?? recovery[key]
    return async (problem) => {
      await recovery.renew?.(problem)
      await own?.retry?.()
    }
  }

  return {
    open,
    notice,
    report,
    annotate(about, code) {
      open.set(
        open.get().map((problem) => {
          const [first, ...before] = problem.codes
          if (problem.about !== about || first === undefined) return problem
          return { ...problem, codes: [...new Set([first, code, ...before])] }
        }),
      )
    },
    clear(...subjects) {
      if (!open.get().some(({ about }) => subjects.includes(about))) return
      open.set(open.get().filter(({ about }) => !subjects.includes(about)))
    },
  }
}

/** The reaction to a failure of any origin; only ZEGO's have codes. */
function reactionToFailure({ origin, code }: Failure, circumstances?: Circumstances): Reaction {
  if (origin === 'own-server') {
    const message = 'The server of this site did not help. Check your internet connection and try again.'
    return { kind: 'retry', message, actions: [again], severity: 'error' }
  }
  if (origin === 'browser') {
    const message = 'Your browser reported an error. Try again; if it stays, reload the page.'
    return { kind: 'retry', message, actions: [again], severity: 'error' }
  }
  return reactionTo(code, circumstances)
}

/** What the part of the app that saw the trouble can offer where the reaction has nothing but to copy the details. */
function instead({ actions, severity }: Reaction, { otherwise }: Trouble): readonly Action[] {
  return otherwise && severity !== 'info' && actions.every(({ run }) => run === 'copy-details')
    ? [otherwise]
    : []
}

/** Without the room nothing else can be repaired. */
function roomFirst(a: Problem, b: Problem): number {
  return Number(b.about === 'room') - Number(a.about === 'room')
}

import type { BrowserContext, Disposable, Page } from '@playwright/test'
import { framesOf, othersOf, windowsOf } from '../kit/people.ts'

/**
 * A script that is run in the app's documents (page, frames, windows it opened), the present ones and every one after
 * them, until it is taken back. For the few faults that Chromium offers no other way; their receipts say `patched`.
 */
export class PagePatch<Argument> {
  readonly #page: Page
  readonly #apply: (argument: Argument) => void
  readonly #undo: ((argument: Argument) => void) | undefined
  readonly #applied = new Map<Argument, { readonly later: readonly Disposable[]; times: number }>()

  /**
   * @param apply runs in the page; may use nothing but its argument
   * @param undo runs in the page; undoes `apply` in a document that goes on; without it, only later documents are spared
   */
  constructor(page: Page, apply: (argument: Argument) => void, undo?: (argument: Argument) => void) {
    this.#page = page
    this.#apply = apply
    this.#undo = undo
  }

  has(argument: Argument): boolean {
    return this.#applied.has(argument)
  }

  /** Runs the script, once however often it is asked for. */
  async apply(argument: Argument): Promise<void> {
    const applied = this.#applied.get(argument)
    if (applied) {
      applied.times += 1
      return
    }
    const content = call(this.#apply, argument)
    const later = (await this.#laterDocuments()).map((owner) => owner.addInitScript({ content }))
    this.#applied.set(argument, { later: await Promise.all(later), times: 1 })
    await this.#run(content)
  }

  /** Takes the script back, once whoever has applied it has undone that. */
  async undo(argument: Argument): Promise<void> {
    const applied = this.#applied.get(argument)
    if (!applied) return
    applied.times -= 1
    if (applied.times === 0) await this.#takeBack(argument, applied.later)
  }

  /** Takes it back whoever has applied it. */
  async restore(): Promise<void> {
    for (const [argument, { later }] of this.#applied) await this.#takeBack(argument, later)
  }

  async #takeBack(argument: Argument, later: readonly Disposable[]): Promise<void> {
    this.#applied.delete(argument)
    const isClosed = this.#page.isClosed()
    // Of a page that is closed there is nothing left, but its context may have others to come, unless that is closed too.
    const spared = later.map((script) => script.dispose().catch((error) => isClosed || Promise.reject(error)))
    await Promise.all(spared)
    if (this.#undo && !isClosed) await this.#run(call(this.#undo, argument))
  }

  /** Those of the whole context, windows that are yet to open included; of these windows alone where others share it. */
  async #laterDocuments(): Promise<(BrowserContext | Page)[]> {
    const others = await othersOf(this.#page, 'context')
    return others.length > 0 ? windowsOf(this.#page) : [this.#page.context()]
  }

  async #run(script: string): Promise<void> {
    const frames = await framesOf(this.#page)
    await Promise.all(frames.map((frame) => frame.evaluate(script)))
  }
}

function call<Argument>(script: (argument: Argument) => void, argument: Argument): string {
  return `(${script})(${JSON.stringify(argument)})`
}

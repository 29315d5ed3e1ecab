import type { Disposable, Page } from '@playwright/test'
import { framesOf } from './documents.ts'

/**
 * A script that is run in the app's documents (page, frames, windows it opened), the present ones and every one after
 * them, until it is taken back. For the few faults that Chromium offers no other way; their receipts say `patched`.
 */
export class PagePatch<Argument> {
  readonly #page: Page
  readonly #apply: (argument: Argument) => void
  readonly #undo: ((argument: Argument) => void) | undefined
  readonly #applied = new Map<Argument, Disposable>()

  /**
   * @param apply runs in the page; may use nothing but its argument
   * @param undo runs in the page; undoes `apply` in a document that goes on; without it, only later documents are spared
   */
  constructor(page: Page, apply: (argument: Argument) => void, undo?: (argument: Argument) => void) {
    this.#page = page
    this.#apply = apply
    this.#undo = undo
  }

  async apply(argument: Argument): Promise<void> {
    if (this.#applied.has(argument)) return
    const content = call(this.#apply, argument)
    this.#applied.set(argument, await this.#page.context().addInitScript({ content }))
    await this.#run(content)
  }

  async undo(argument: Argument): Promise<void> {
    const initScript = this.#applied.get(argument)
    if (!initScript || this.#page.isClosed()) return
    this.#applied.delete(argument)
    await initScript.dispose()
    if (this.#undo) await this.#run(call(this.#undo, argument))
  }

  async restore(): Promise<void> {
    for (const argument of this.#applied.keys()) await this.undo(argument)
  }

  async #run(script: string): Promise<void> {
    await Promise.all(framesOf(this.#page).map((frame) => frame.evaluate(script)))
  }
}

function call<Argument>(script: (argument: Argument) => void, argument: Argument): string {
  return `(${script})(${JSON.stringify(argument)})`
}

import type { BrowserContext, Disposable, Page } from '@playwright/test'
import { othersOf, windowsOf } from '../kit/people.ts'
import { framesOf } from './documents.ts'

/**
 * A script that is run in the app's documents (page, frames, windows it opened), the present ones and every one after
 * them, until it is taken back. For the few faults that Chromium offers no other way; their receipts say `patched`.
 */
export class PagePatch<Argument> {
  readonly #page: Page
  readonly #apply: (argument: Argument) => void
  readonly #undo: ((argument: Argument) => void) | undefined
  readonly #applied = new Map<Argument, readonly Disposable[]>()

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

  async apply(argument: Argument): Promise<void> {
    if (this.#applied.has(argument)) return
    const content = call(this.#apply, argument)
    const later = (await this.#laterDocuments()).map((owner) => owner.addInitScript({ content }))
    this.#applied.set(argument, await Promise.all(later))
    await this.#run(content)
  }

  async undo(argument: Argument): Promise<void> {
    const initScripts = this.#applied.get(argument)
    if (!initScripts || this.#page.isClosed()) return
    this.#applied.delete(argument)
    await Promise.all(initScripts.map((script) => script.dispose()))
    if (this.#undo) await this.#run(call(this.#undo, argument))
  }

  async restore(): Promise<void> {
    for (const argument of this.#applied.keys()) await this.undo(argument)
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

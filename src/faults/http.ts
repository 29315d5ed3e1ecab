import { delay, HttpResponse, http } from 'msw'
import type { Cloud } from '../cloud/cloud.ts'
import type { Receipt } from './kit/receipt.ts'

/** What a plain HTTP request of the SDK gets. */
export interface HttpAnswer {
  /** 200 by default. */
  readonly status?: number
  readonly json?: Readonly<Record<string, unknown>>
}

/** Faults of the services that the SDK asks over plain HTTP: log upload, whitelist. */
export class HttpFaults {
  readonly #cloud: Cloud
  readonly #undo: (() => void)[] = []

  constructor(cloud: Cloud) {
    this.#cloud = cloud
  }

  /**
   * Answers plain HTTP requests otherwise. The receipt is complete when one was met; a test that ends without that
   * fails.
   *
   * @param path as MSW matches it, such as the path of the log upload after a star for the host
   */
  async answer(path: string, { status = 200, json = {} }: HttpAnswer): Promise<Receipt> {
    const headers = { 'Access-Control-Allow-Origin': '*' }
    return this.#prepare('http.answer', path, { status, json }, () =>
      HttpResponse.json(json, { status, headers }),
    )
  }

  /** Never answers plain HTTP requests. @param path as MSW matches it */
  async silence(path: string): Promise<Receipt> {
    return this.#prepare('http.silence', path, {}, () => delay('infinite'))
  }

  /** Ends every changed answer. */
  async restore(): Promise<void> {
    for (const undo of this.#undo.splice(0)) undo()
  }

  #prepare(fault: string, path: string, details: object, resolve: () => Response | Promise<void>): Receipt {
    let met = 0
    const handler = http.all(path, ({ request }) => {
      // A browser that may not even ask would never meet the answer.
      if (request.method === 'OPTIONS') return undefined
      met += 1
      return resolve()
    })
    this.#undo.push(this.#cloud.use(handler))
    return {
      fault,
      means: 'wire',
      at: Date.now(),
      evidence: {
        request: path,
        ...details,
        get met() {
          return met
        },
      },
    }
  }
}

import { delay, HttpResponse, http } from 'msw'
import type { Cloud } from '../cloud/cloud.ts'
import { demandFields, demandText, demandWhole } from '../cloud/exchange/demand.ts'
import { type Injection, injected } from './kit/receipt.ts'

/** What a plain HTTP request of the SDK gets. */
export interface HttpAnswer {
  /** 200 by default. */
  readonly status?: number
  readonly json?: Readonly<Record<string, unknown>>
}

/** Faults of the services that the SDK asks over plain HTTP: log upload, whitelist. */
export class HttpFaults {
  readonly #cloud: Cloud
  readonly #undo = new Set<() => void>()

  constructor(cloud: Cloud) {
    this.#cloud = cloud
  }

  /**
   * Overrides the answer to plain HTTP requests. The receipt is complete when one was met; a test that ends without that
   * fails.
   *
   * @param path as MSW matches it, such as the path of the log upload after a star for the host
   */
  async answer(path: string, answer: HttpAnswer = {}): Promise<Injection> {
    demandFields('http.answer', answer, ['status', 'json'])
    const { status = 200, json = {} } = answer
    demandWhole('status', status, 200, 599)
    const headers = { 'Access-Control-Allow-Origin': '*' }
    return this.#prepare(path, { status, json }, () => HttpResponse.json(json, { status, headers }))
  }

  /** Never answers plain HTTP requests. @param path as MSW matches it */
  async silence(path: string): Promise<Injection> {
    return this.#prepare(path, {}, () => delay('infinite'))
  }

  /** Ends every changed answer. @internal */
  async restore(): Promise<void> {
    for (const undo of this.#undo) undo()
    this.#undo.clear()
  }

  #prepare(path: string, details: object, resolve: () => Response | Promise<void>): Injection {
    demandText('faults.http', path)
    let met = 0
    const handler = http.all(path, ({ request }) => {
      // A browser that may not even ask would never meet the answer.
      if (request.method === 'OPTIONS') return undefined
      met += 1
      return resolve()
    })
    const undo = this.#cloud.use(handler)
    this.#undo.add(undo)
    return injected({
      means: 'wire',
      undo,
      evidence: {
        request: path,
        ...details,
        get met() {
          return met
        },
      },
    })
  }
}

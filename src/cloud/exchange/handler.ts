import type { Layer } from './defect.ts'
import type { Reply } from './reply.ts'

/** A request as a handler sees it. */
export interface Request<Message = unknown> {
  /** What the client sent, decoded. */
  readonly message: Message
  /** User ID of the client, once it is known. */
  readonly user?: string | undefined
  /** Room the request is about, where it is about one. */
  readonly room?: string | undefined
  /** ID of the stream the request is about, at the media gateway. */
  readonly stream?: string | undefined
}

/** Decides how a request is answered; nothing leaves it to the next handler, and after the last to the cloud. */
export type Resolver<Message, Answer = never> = (
  request: Request<Message>,
) => Reply<Answer> | undefined | Promise<Reply<Answer> | undefined>

/** What a handler may be given besides its resolver. */
export interface HandlerOptions {
  /** Answer only the first request it matches. */
  once?: boolean
}

/** Overrides the cloud's answer to one kind of request. */
export class Handler {
  /** The service whose request it answers. */
  readonly layer: Layer
  /** The request that it answers, such as `LoginRoomReq`. */
  readonly name: string
  /** Whether it answers only the first request that it has a reply for. */
  readonly once: boolean
  /** The replies it has given so far. */
  readonly given: { readonly at: number; readonly reply: Reply }[] = []
  readonly #resolver: Resolver<never>
  /** Only for `once`: a request has it, or had its reply. */
  #taken = false

  constructor(layer: Layer, name: string, resolver: Resolver<never>, { once = false }: HandlerOptions = {}) {
    this.layer = layer
    this.name = name
    this.once = once
    this.#resolver = resolver
  }

  /** @returns a reply, or nothing when the request is left to the next handler */
  async resolve(request: Request): Promise<Reply | undefined> {
    if (this.#taken) return undefined
    this.#taken = this.once
    const reply = await this.#resolver(request as Request<never>)
    if (reply) this.given.push({ at: Date.now(), reply })
    else this.#taken = false
    return reply
  }
}

import { base, en, Faker } from '@faker-js/faker'
import { demandFields, demandText, shown } from '../cloud/exchange/demand.ts'
import { type Injection, injected } from './kit/receipt.ts'
import { seedOf } from './kit/seed.ts'

/** A value that an API must refuse, with the receipt that says which. */
export interface InputReceipt<Value> extends Injection {
  readonly value: Value
}

/** Which call or request carried a value since a time (ms of `Date.now()`), by name; undefined as long as none did. */
export type CarriedBy = (value: unknown, since: number) => string | undefined

/** How long a text is: in UTF-8 bytes, or in characters. */
export type Length = { readonly bytes: number } | { readonly characters: number }

/** What the SDK's ids are made of, according to its documentation. */
const idCharacters = 'abcdefghijklmnopqrstuvwxyz0123456789'
const illegalInIds = '/\\?#%:"<>|* '

/**
 * Arguments made up by faker. The same test gets the same values in every run, because its title is the seed. With
 * `faultInjection: 'off'` each method gives a value of the same kind that is legal, so that a scenario proves nothing.
 */
export class InputFaults {
  readonly #faker: Faker
  readonly #off: boolean
  readonly #carriedBy?: CarriedBy

  /** @param carriedBy makes every receipt tell by what its value got to the SDK: `carriedBy`, null where it did not */
  constructor(title: string, injection: 'on' | 'off' = 'on', carriedBy?: CarriedBy) {
    this.#faker = new Faker({ locale: [en, base], seed: seedOf(title) })
    this.#off = injection === 'off'
    this.#carriedBy = carriedBy
  }

  /** Not a fault: an id that is valid and new. @param prefix what it starts with */
  id(prefix = 'id'): string {
    return `${prefix}-${this.#faker.string.fromCharacters(idCharacters, 8)}`
  }

  /** Not a fault: a text of exactly this length. Bytes above ASCII are used when `bytes` is given. */
  text(length: Length): string {
    checkUnit(length)
    if ('characters' in length) return this.#ascii(checkLength(length.characters))
    const wide = '好'.repeat(
      this.#faker.number.int({ min: 0, max: Math.floor(checkLength(length.bytes) / 3) }),
    )
    return wide + this.#ascii(length.bytes - Buffer.byteLength(wide))
  }

  /** A text that is one byte or character longer than the limit. */
  async tooLong(limit: Length): Promise<InputReceipt<string>> {
    checkUnit(limit)
    checkLength('bytes' in limit ? limit.bytes : limit.characters)
    const longer = 'bytes' in limit ? { bytes: limit.bytes + 1 } : { characters: limit.characters + 1 }
    const value = this.text(this.#off ? limit : longer)
    return this.#receipt(value, {
      limit,
      bytes: Buffer.byteLength(value),
      characters: value.length,
    })
  }

  /** An id with a character that ids may not have. @param illegal the characters to choose from */
  async illegalCharacter(illegal = illegalInIds): Promise<InputReceipt<string>> {
    demandText('input.illegalCharacter', illegal)
    const id = this.id()
    const at = this.#faker.number.int({ min: 1, max: id.length - 1 })
    const character = this.#faker.helpers.arrayElement([...illegal])
    const value = this.#off ? id : id.slice(0, at) + character + id.slice(at)
    return this.#receipt(value, this.#off ? {} : { character, at })
  }

  /** No text at all. */
  async empty(): Promise<InputReceipt<string>> {
    return this.#receipt(this.#off ? this.id() : '')
  }

  /** Something that is not a text. The type says text, as an app without types would. */
  async notText(): Promise<InputReceipt<string>> {
    const wrong: readonly unknown[] = [this.#faker.number.int(1e6), null, {}, [], true]
    const value = this.#off ? this.id() : this.#faker.helpers.arrayElement(wrong)
    return this.#receipt(value as string, { type: value === null ? 'null' : typeof value })
  }

  /** An id that is valid but names nothing. @param insteadOf the id of something that exists */
  async unknownID(insteadOf: string): Promise<InputReceipt<string>> {
    const value = this.#off ? insteadOf : this.id('nobody')
    return this.#receipt(value, { insteadOf })
  }

  /**
   * A token whose version is known but whose rest cannot be read.
   *
   * @param whole the token it stands in for
   */
  async malformedToken(whole: string): Promise<InputReceipt<string>> {
    demandText('input.malformedToken', whole)
    const value = this.#off ? whole : `${whole.slice(0, 2)}!${this.#ascii(12)}`
    return this.#receipt(value)
  }

  /**
   * Any other argument that an API must refuse, as an app without types would pass it.
   *
   * `insteadOf` is the legal argument it stands for. `arrivesAs` is what the SDK is to get of it, where the app makes something
   * else of it, such as a number of a choice.
   *
   * @example await faults.input.argument({ ...task, outputConfig: null }, { insteadOf: task })
   */
  async argument<Legal>(
    value: unknown,
    legal: { insteadOf: Legal; arrivesAs?: unknown },
  ): Promise<InputReceipt<Legal>> {
    demandFields('input.argument', legal, ['insteadOf', 'arrivesAs'])
    if (!('insteadOf' in legal))
      throw new TypeError('input.argument takes the legal argument it stands for: { insteadOf: … }.')
    const { insteadOf, ...carried } = legal
    const details = { value: brief(value), insteadOf: brief(insteadOf) }
    const arriving = 'arrivesAs' in carried ? carried.arrivesAs : value
    return this.#receipt(this.#off ? insteadOf : (value as Legal), details, arriving)
  }

  #ascii(characters: number): string {
    return this.#faker.string.alphanumeric(characters)
  }

  #receipt<Value>(value: Value, details: object = {}, arriving: unknown = value): InputReceipt<Value> {
    if (this.#off) return injected({ means: 'real', value, evidence: { value, ...details, skipped: true } })
    const at = Date.now()
    const evidence = { value, ...details }
    const carriedBy = this.#carriedBy
    if (carriedBy)
      Object.defineProperty(evidence, 'carriedBy', {
        enumerable: true,
        get: () => carriedBy(arriving, at) ?? null,
      })
    return injected({ means: 'real', at, value, evidence })
  }
}

/** A value as JSON can hold it, and as a person can read it. */
function brief(value: unknown): unknown {
  if (typeof value === 'string' && value.length > 200) return `${value.slice(0, 200)}… (${value.length})`
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (typeof value === 'bigint') return `${value}n`
  return value === undefined || Number.isNaN(value) ? String(value) : value
}

function checkUnit(length: Length): void {
  demandFields('A length', length, ['bytes', 'characters'])
}

function checkLength(length: number): number {
  if (Number.isInteger(length) && length >= 0 && length <= 1e7) return length
  throw new RangeError(`A length is a whole number from 0 to 10000000, not ${shown(length)}.`)
}

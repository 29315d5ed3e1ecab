/**
 * A JSON-safe copy of anything an app or the SDK passes around. Runs in the page, so it must not use anything
 * outside itself: it is sent there as text.
 *
 * Never calls a getter of the app's objects, survives cycles, and stays small: long texts, lists and deep objects are
 * cut. Browser objects (`MediaStream`, elements, buffers) and functions become a short text in brackets.
 */
export function snapshot(value: unknown): unknown {
  const longest = 300
  const most = 20
  const deepest = 5
  let budget = 400
  const open: unknown[] = []
  try {
    return copy(value, 0)
  } catch {
    return '[unreadable]'
  }

  function copy(item: unknown, depth: number): unknown {
    budget--
    if (typeof item === 'string')
      return item.length > longest ? `${item.slice(0, longest)}… (${item.length})` : item
    if (typeof item === 'number') return Number.isFinite(item) ? item : String(item)
    if (typeof item === 'bigint') return `${item}n`
    if (typeof item === 'symbol') return String(item)
    if (typeof item === 'function') return `[function ${ownText(item, 'name')}]`
    if (typeof item !== 'object' || item === null) return item
    if (open.includes(item)) return '[cycle]'
    if (depth > deepest || budget < 0) return '[…]'
    open.push(item)
    const copied = copyObject(item, depth)
    open.pop()
    return copied
  }

  function copyObject(item: object, depth: number): unknown {
    const kind = Object.prototype.toString.call(item).slice(8, -1)
    if (Array.isArray(item)) {
      const head = item.slice(0, most).map((entry: unknown) => copy(entry, depth + 1))
      return item.length > most ? [...head, `… (${item.length})`] : head
    }
    if (kind === 'Error' || kind === 'DOMException' || item instanceof Error) {
      const { name, message } = item as Error
      return { name, message: copy(message, depth), ...copyFields(item, depth, false) }
    }
    if (kind === 'Date') return String(item)
    if (ArrayBuffer.isView(item) || kind === 'ArrayBuffer')
      return `[${kind} ${(item as ArrayBuffer).byteLength} bytes]`
    if (kind === 'Map' || kind === 'Set') return { [kind]: copy([...(item as Iterable<unknown>)], depth + 1) }
    if (kind === 'MediaStream') return `[MediaStream ${(item as MediaStream).id}]`
    if (kind === 'MediaStreamTrack') {
      const { kind: media, readyState, label } = item as MediaStreamTrack
      return `[MediaStreamTrack ${media} ${readyState} ${label}]`
    }
    if (typeof Node === 'function' && item instanceof Node) return `[${item.nodeName.toLowerCase()}]`
    if (kind !== 'Object') return `[${kind}]`
    const prototype: unknown = Object.getPrototypeOf(item)
    const plain = prototype === null || Object.getPrototypeOf(prototype) === null
    const fields = copyFields(item, depth, !plain)
    return plain || Object.keys(fields).length > 0 ? fields : '[object]'
  }

  /** Own fields only; of an instance of a class only the simple ones, for its insides are nobody's business. */
  function copyFields(item: object, depth: number, simpleOnly: boolean): Record<string, unknown> {
    const copied: Record<string, unknown> = {}
    for (const key of Object.keys(item).slice(0, most)) {
      const field: unknown = Object.getOwnPropertyDescriptor(item, key)?.value
      const skipped =
        simpleOnly && (typeof field === 'object' || typeof field === 'function') && field !== null
      if (!skipped && field !== undefined) copied[key] = copy(field, depth + 1)
    }
    return copied
  }

  function ownText(item: object, key: string): string {
    const text: unknown = Object.getOwnPropertyDescriptor(item, key)?.value
    return typeof text === 'string' ? text : ''
  }
}

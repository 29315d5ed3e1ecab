/** What surrounds a call: `proceed` makes it, and what is returned (or thrown) is what the caller gets. */
export type Around = (name: string, receiver: unknown, args: unknown[], proceed: () => unknown) => unknown

/**
 * Surrounds every method that `holder` (a prototype or a constructor) has of its own. Accessors, nested classes and
 * `constructor` stay untouched, and each property keeps its flags. Runs in the page, so it must not use anything
 * outside itself.
 *
 * @returns the names of the methods surrounded
 */
export function wrapMethods(holder: object, around: Around): string[] {
  const wrapped: string[] = []
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
    const original: unknown = property.value
    if (name === 'constructor' || typeof original !== 'function' || isClass(original)) continue
    const replacement = {
      [name](this: unknown, ...args: unknown[]): unknown {
        return around(name, this, args, () => Reflect.apply(original, this, args))
      },
    }[name]
    if (!replacement) continue
    Object.defineProperty(replacement, 'length', { value: original.length, configurable: true })
    if (Reflect.defineProperty(holder, name, { ...property, value: replacement })) wrapped.push(name)
  }
  return wrapped

  function isClass(method: { prototype?: unknown }): boolean {
    const { prototype } = method
    return (
      typeof prototype === 'object' && prototype !== null && Object.getOwnPropertyNames(prototype).length > 1
    )
  }
}

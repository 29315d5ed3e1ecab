import { nearest } from '../../codes/search/nearest.ts'

/** What runtimes and test runners ask any object for, which is no typing error. */
const askedOfAll = /^(then|toJSON|asymmetricMatch|nodeType|tagName|\$\$typeof|_.*|@@.*)$/

/** Methods that a test calls, of an object of a class, by name. */
export function methodsOf(object: object): string[] {
  const names = new Set(Object.keys(object))
  for (let each = object; each && each !== Object.prototype; each = Object.getPrototypeOf(each))
    for (const name of Object.getOwnPropertyNames(each)) names.add(name)
  return [...names].filter((name) => name !== 'constructor' && name !== 'restore').toSorted()
}

/**
 * For a test without types, where a misspelt name would only be `undefined`.
 *
 * @throws {TypeError} for a name that there is not, with the one that may be meant
 */
export function demandKnown(what: string, object: object, name: string | symbol): void {
  if (typeof name === 'symbol' || name in object || askedOfAll.test(name)) return
  const known = methodsOf(object)
  const [close] = nearest(name, known)
  const hint = close ? `Did you mean ${what}.${close}?` : `There is: ${known.join(', ')}.`
  throw new TypeError(`There is no ${what}.${name}. ${hint}`)
}

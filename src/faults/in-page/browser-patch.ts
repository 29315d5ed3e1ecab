/** Methods that can be made to fail, as in a browser that does not understand or cannot do what it is asked. */
export const breakable = {
  createOffer: 'RTCPeerConnection',
  setLocalDescription: 'RTCPeerConnection',
  setRemoteDescription: 'RTCPeerConnection',
  addIceCandidate: 'RTCPeerConnection',
  replaceTrack: 'RTCRtpSender',
  postMessage: 'MessagePort',
  setSinkId: 'HTMLMediaElement',
} as const

/** Name of a method that can be made to fail. */
export type BreakableMethod = keyof typeof breakable

// What follows runs in the page.

/** Deletes what the expressions name. */
export function deleteFromPage(expressions: string): void {
  for (const expression of expressions.split(',')) {
    const [owner = '', ...path] = expression.split('.')
    const name = path.pop() ?? ''
    let holder = owner === 'window' ? window : Reflect.get(window, owner)
    for (const step of path) holder = Reflect.get(Object(holder), step)
    Reflect.deleteProperty(Object(holder), name)
  }
}

/** Leaves the names of globals that the expressions give, with nothing behind them: whoever reads one is not thrown at. */
export function blankInPage(expressions: string): void {
  for (const expression of expressions.split(','))
    Object.defineProperty(window, expression.replace('window.', ''), { value: undefined, configurable: true })
}

/** A document that has been told it is hidden. */
export function hideDocument(): void {
  Object.defineProperty(document, 'hidden', { value: true, configurable: true })
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

/** The document shows again. */
export function showDocument(): void {
  Reflect.deleteProperty(document, 'hidden')
  Reflect.deleteProperty(document, 'visibilityState')
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

/** Makes a method fail; `owner.method` is the argument. All but `postMessage` answer by a promise, which rejects. */
export function breakMethod(name: string): void {
  const [owner = '', method = ''] = name.split('.')
  const prototype = Reflect.get(window, owner)?.prototype
  if (!prototype) return
  const key = Symbol.for(`zego-fault-harness.${name}`)
  Reflect.set(prototype, key, Reflect.get(prototype, method))
  const fail = () => {
    throw new DOMException(`${method} failed`, 'OperationError')
  }
  Reflect.set(prototype, method, method === 'postMessage' ? fail : async () => fail())
}

/** Makes the method work again. */
export function mendMethod(name: string): void {
  const [owner = '', method = ''] = name.split('.')
  const prototype = Reflect.get(window, owner)?.prototype
  const original = prototype && Reflect.get(prototype, Symbol.for(`zego-fault-harness.${name}`))
  if (original) Reflect.set(prototype, method, original)
}

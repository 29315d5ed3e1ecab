/**
 * Back-end services of ZEGO's other products, by number: their SDKs speak AccessHub too, each on a link of its own. None of
 * them is offered here.
 */
export const otherProducts: ReadonlyMap<number, string> = new Map([[9, 'ZIM']])

/** `PushException.reason` for a service that the app has not been given. ZIM's login is refused with it at once (6000014). */
export const notActivated = 20_010

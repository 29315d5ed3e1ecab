import { Injector } from '../kit/injector.ts'

/** A kind of faults as a test gets it, whose receipts and errors have names. */
export const named = <Kind extends object>(name: string, kind: Kind): Kind =>
  new Injector({ injection: 'on', step: (_, body) => body(), onReceipt: () => {} }).wrap(name, kind)

/** Where a host really is: a port of this machine, or of what the test allowed. */
export interface Place {
  readonly host: string
  readonly port: number
}

/** Where a host is, or nowhere (`undefined` = refused and reported, unless a handler answers). */
export type Locate = (host: string, port: number) => Place | undefined

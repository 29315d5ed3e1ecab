import { generate } from 'selfsigned'

/** A TLS key pair in PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

let made: Promise<Certificate> | undefined

/**
 * The certificate of the loopback TLS server: made at run time, once per process, never written to disk. The browser
 * context must ignore HTTPS errors; no name in it would make a real CA's chain.
 */
export function certificate(): Promise<Certificate> {
  made ??= generate([{ name: 'commonName', value: 'zego-fault-harness' }], {
    keyType: 'ec',
    curve: 'P-256',
  }).then(({ private: key, cert }) => ({ key, cert }))
  return made
}

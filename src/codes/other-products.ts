/** Why a number cannot be one of the documented ones: it belongs to another product of ZEGO's. */
export function otherProduct(code: number): string | undefined {
  const isZim = code >= 6_000_000 && code < 7_000_000
  return isZim
    ? `${code} is one of ZIM's numbers: ZIM is another product, with a documentation of its own.`
    : undefined
}

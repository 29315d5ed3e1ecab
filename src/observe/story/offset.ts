/** A time relative to the fault: `+1204 ms`, `-30 ms`. */
export function offset(at: number, origin: number): string {
  const distance = Math.round(at - origin)
  return `${distance < 0 ? '-' : '+'}${Math.abs(distance)} ms`
}

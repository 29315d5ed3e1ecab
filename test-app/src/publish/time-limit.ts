/** Ms after which the SDK itself gives a request up. */
const patience = 9_000

/**
 * The end of a call, or what the SDK says of requests that nobody answers: 1100002. For calls that it forgets to end then.
 */
export async function within<T>(call: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject({ code: 1100002, msg: `no answer within ${patience} ms` }), patience)
  })
  try {
    return await Promise.race([call, late])
  } finally {
    clearTimeout(timer)
  }
}

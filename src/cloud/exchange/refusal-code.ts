/** The number of a refusal in an answer, wherever a service has it; 0 where there is none. */
export function refusalCode(message: unknown): number {
  const { rspHead, commonResponse, response, ret, code, result } = message as Record<string, unknown>
  const heads = [rspHead, commonResponse, response, ret].map(
    (head) => (head as { code?: unknown } | undefined)?.code,
  )
  return [...heads, code, result].find((value): value is number => typeof value === 'number') ?? 0
}

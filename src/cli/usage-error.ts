/** The command line says something that cannot be meant: exit code 2, and no stack. */
export class UsageError extends Error {
  override name = 'UsageError'
}

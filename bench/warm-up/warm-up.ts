import { test } from '../../scenarios/test.ts'

/** The first page of a browser costs what no later one does. This one pays for it, and is not measured. */
export const warmUp = () => test('warm-up', { tag: '@no-code' }, ({ app }) => app.join())

import { fileURLToPath } from 'node:url'

/** What every build was seen to do: a `SurfacedByBuild`. */
export const surfacedFile = fileURLToPath(new URL('surfaced.json', import.meta.url))

/** Name of the attachment with what one test saw. */
export const surfacedAttachment = 'surfaced'

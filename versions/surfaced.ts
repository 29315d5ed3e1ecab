import { fileURLToPath } from 'node:url'

/** What every build was seen to do: a `SurfacedByBuild`. */
export const surfacedFile = fileURLToPath(new URL('surfaced.json', import.meta.url))

/** Name of the attachment with what one test saw. */
export const surfacedAttachment = 'surfaced'

/** In which states without a code every build was seen, in the same shape. */
export const statesFile = fileURLToPath(new URL('room-states.json', import.meta.url))

/** Name of the attachment with the states that one test saw. */
export const statesAttachment = 'room states'

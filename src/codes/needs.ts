/** What a row may need that nobody can install, by name: what a test says that is skipped for want of it. */
export const needs = {
  player:
    "Needs the vendor's player: set ZEGO_PLAYER_PLUGIN to its folder or main file, see docs/player-plugin.md.",
} as const

/** The version of the vendor's player that the rows about it were seen with. */
export const playerVersion = '1.2.0'

/** Name of something that a row needs; every sentence is in {@link needs}. */
export type Need = keyof typeof needs

/** A song of the catalogue, as a search or a chart lists it. */
export interface FoundSong {
  readonly songID: string
  readonly name: string
  readonly vendorID: number
}

/** The songs in what `sendExtendedRequest` resolved with; none where the service named none. */
export function songsIn(answer: unknown): readonly FoundSong[] {
  const { songs } = (answer as Answer).result?.data ?? {}
  return (songs ?? []).map(({ song_id, song_name, vendor_id }) => ({
    songID: song_id,
    name: song_name || song_id,
    vendorID: vendor_id,
  }))
}

/** The code of a music request that got lost, which the SDK keeps to itself for a search or a chart. */
const lost = 1017010

/** What `sendExtendedRequest` resolved with, or the code of a lost request where nothing came: the SDK calls that a success. */
export function orLost(answer: unknown): unknown {
  const { errorCode, result } = answer as Answer
  if (errorCode || result?.data) return answer
  return { errorCode: lost, extendedData: 'sendExtendedRequest resolved with an empty result' }
}

/** The module hands the service's answer on as it is: of `/search/song`, `/search/plus` and `/top/song`. */
interface Answer {
  readonly errorCode?: number
  readonly result?: {
    readonly data?: {
      readonly songs?: readonly { song_id: string; song_name?: string; vendor_id: number }[]
    }
  }
}

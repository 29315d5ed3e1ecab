import { silentMp3 } from './silent-mp3.ts'

/** What the holder of its rights lets people do with a song. */
export type Licence = 'sing' | 'listen' | 'none'

/** One song of the catalogue, with what may be missing of it. */
export interface Song {
  readonly id: string
  readonly name: string
  readonly singer: string
  /** A vendor of {@link vendors} that is contracted. */
  readonly vendor: number
  readonly licence: Licence
  readonly hasAccompaniment: boolean
  /** What is downloaded; a song that was taken off has none. */
  readonly file?: Uint8Array
  /** Lyrics line by line. */
  readonly lrc?: string
  /** Lyrics word by word. */
  readonly krc?: string
  /** Where the melody goes, for scores. */
  readonly pitch?: string
}

/** The vendors that the module declares; 0 stands for the default one. */
export const vendors = [0, 1, 2, 4]

/** A song with everything, or with what is given instead. */
export const songOf = (id: string, more: Partial<Song> = {}): Song => ({
  id,
  name: `Song ${id}`,
  singer: 'Nobody',
  vendor: 2,
  licence: 'sing',
  hasAccompaniment: true,
  file: silentMp3,
  lrc: '[ti:Song]\n[00:00.00]La\n[00:01.00]la',
  krc: '[ti:Song]\n[0,1000]<0,500,0>La <500,500,0>la',
  pitch: '<0,1000,60>\n<1000,1000,62>',
  ...more,
})

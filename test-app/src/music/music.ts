import type { Engine } from '../engine.ts'
import { attempt } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { createStore, type Store } from '../store.ts'
import { type FoundSong, orLost, songsIn } from './found.ts'

/** Which song, from which supplier, and who pays for it. */
export interface Wish {
  readonly songID: string
  readonly vendorID: number
  /** 0 for this song alone, 1 by the monthly plan, 2 by the room, 3 by its host. */
  readonly mode: number
  readonly masterID: string
  /** 0 for the recording, 1 for the accompaniment. */
  readonly part: number
}

/** A song that this page was given. */
export interface Given {
  readonly resourceID: string
  /** For the others in the room, and for lyrics word by word. */
  readonly code: string
  readonly songID: string
  readonly vendorID: number
}

export interface MusicState {
  readonly phase: 'closed' | 'opening' | 'open'
  readonly given?: Given
  /** What each song that this page was given is downloaded by, by {@link songKey}. */
  readonly files: ReadonlyMap<string, string>
  /** What was last searched for, and the songs that came. */
  readonly found?: { readonly by: string; readonly songs: readonly FoundSong[] }
  /** What was last asked for and is there. */
  readonly there: string
  /** Address of the song that is to be heard. */
  readonly playing?: string
}

/** Songs that are licensed through ZEGO: finding, ordering, sharing and singing them. */
export interface Music {
  readonly state: Store<MusicState>
  open(): Promise<void>
  search(keyword: string, vendorID: number, page: number): Promise<void>
  chart(topID: string): Promise<void>
  order(wish: Wish): Promise<void>
  takeShared(wish: Wish): Promise<void>
  takeByCode(code: string): Promise<void>
  download(resourceID: string): Promise<void>
  /** Downloads it, and plays what came. */
  listen(resourceID: string): Promise<void>
  lyrics(wish: Wish): Promise<void>
  wordByWord(code: string): Promise<void>
  melody(): Promise<void>
  close(): void
}

/** The parts of the SDK's object that are used here; it needs its module. */
export interface MusicModule {
  initCopyrightedMusic(config: { user: { userID: string; userName: string } }): Promise<number>
  sendExtendedRequest(command: string, params: object): Promise<{ errorCode: number; result?: unknown }>
  requestResource(config: object, type: number): Promise<unknown>
  getSharedResource(config: object, type: number): Promise<unknown>
  getSharedResourceByToken(config: { shareToken: string }): Promise<unknown>
  download(resourceID: string): Promise<unknown>
  getLrcLyric(songID: string, vendorID: number): Promise<unknown>
  getKrcLyricByToken(code: string): Promise<unknown>
  getStandardPitch(resourceID: string): Promise<unknown>
}

export interface MusicNeeds {
  /** Loads the module, which weighs more than the SDK, when somebody wants music. */
  readonly load: (engine: Engine) => Promise<MusicModule>
  readonly engine: Engine
  readonly problems: Problems
  readonly userID: () => string
  /** Puts the cursor where what this code is about can be corrected. */
  readonly edit: (code: number | undefined) => void
}

const closed: MusicState = { phase: 'closed', there: '', files: new Map() }

/** Tells songs apart: suppliers number theirs on their own. */
export const songKey = ({ songID, vendorID }: Pick<Wish, 'songID' | 'vendorID'>): string =>
  `${vendorID}/${songID}`

export function createMusic({ load, engine, problems, userID, edit }: MusicNeeds): Music {
  const state = createStore<MusicState>(closed)
  let module: Promise<MusicModule> | undefined
  let lastOrder: Wish | undefined
  let closes = 0

  /** What could not be loaded is loaded anew the next time. */
  function loadOnce(): Promise<MusicModule> {
    if (module) return module
    const loading = load(engine)
    module = loading
    loading.catch(() => {
      if (module === loading) module = undefined
    })
    return loading
  }

  /** Asks the service, keeps what it answers and says what is there then, or why it is not. */
  async function ask(
    headline: string,
    there: string,
    call: (music: MusicModule) => Promise<unknown>,
    keep: (answer: unknown) => Partial<MusicState> = () => ({}),
  ): Promise<void> {
    const before = closes
    problems.clear('music')
    state.patch({ there: '' })
    const outcome = await attempt(async () => call(await loadOnce()))
    // Music was closed meanwhile: what comes now is for a room that was left.
    if (before !== closes) return
    if (outcome.ok) return state.patch({ there, ...keep(outcome.value) })
    const { failure } = outcome
    problems.report({
      about: 'music',
      headline,
      failure,
      recovery: {
        retry: () => ask(headline, there, call, keep),
        edit: () => edit(failure.code),
        order: () => lastOrder && order(lastOrder),
      },
    })
  }

  async function take(wish: Wish, headline: string, method: 'requestResource' | 'getSharedResource') {
    const { songID, vendorID, mode, masterID, part } = wish
    const config = { songID, vendorID, mode, ...(masterID && { masterID }) }
    await ask(
      headline,
      `You have ${songID}`,
      (music) => music[method](config, part),
      (answer) => {
        const given = givenIn(answer, songID, vendorID)
        return { given, files: new Map([...state.get().files, [songKey(wish), given.resourceID]]) }
      },
    )
  }

  /** Songs of the catalogue, by a command of the service. */
  async function find(headline: string, by: string, command: string, params: object): Promise<void> {
    await ask(
      headline,
      by,
      async (music) => orLost(await music.sendExtendedRequest(command, params)),
      (answer) => {
        const songs = songsIn(answer)
        return { found: { by, songs }, ...(songs.length === 0 && { there: 'No song was found' }) }
      },
    )
  }

  async function order(wish: Wish): Promise<void> {
    lastOrder = wish
    await take(wish, 'The song was not ordered', 'requestResource')
  }

  async function open(): Promise<void> {
    const before = closes
    const user = { userID: userID(), userName: userID() }
    state.patch({ phase: 'opening' })
    await ask(
      'Music is not available',
      'Music is open',
      (music) => music.initCopyrightedMusic({ user }),
      () => ({ phase: 'open' }),
    )
    if (before === closes && state.get().phase === 'opening') state.patch({ phase: 'closed' })
  }

  return {
    state,
    open,
    order,
    takeShared: (wish) => take(wish, 'The shared song could not be taken', 'getSharedResource'),
    async search(keyword, vendorID, page) {
      const path = vendorID ? '/search/song' : '/search/plus'
      const params = { keyword, page, ...(vendorID && { vendor_id: vendorID }) }
      await find('Nothing was found', `Songs with ${keyword}`, path, params)
    },
    async chart(top_id) {
      const params = { vendor_id: 2, top_id, page: 1 }
      await find('The chart is not there', `Chart ${top_id}`, '/top/song', params)
    },
    async takeByCode(shareToken) {
      await ask('The shared song could not be taken', 'You have the shared song', (music) =>
        music.getSharedResourceByToken({ shareToken }),
      )
    },
    async download(id) {
      await ask('The song was not downloaded', 'Downloaded', (music) => music.download(id))
    },
    async listen(id) {
      await ask(
        'The song is not played',
        'To be heard',
        (music) => music.download(id),
        (answer) => {
          const [playing] = (answer as { urls?: readonly string[] }).urls ?? []
          return playing ? { playing } : {}
        },
      )
    },
    async lyrics({ songID, vendorID }) {
      await ask('The lyrics are not there', `Lyrics of ${songID}`, (music) =>
        music.getLrcLyric(songID, vendorID),
      )
    },
    async wordByWord(code) {
      await ask('The lyrics are not there', 'Lyrics word by word', (music) => music.getKrcLyricByToken(code))
    },
    async melody() {
      const id = state.get().given?.resourceID ?? ''
      await ask('The melody is not there', 'Melody', (music) => music.getStandardPitch(id))
    },
    close() {
      closes++
      module = undefined
      lastOrder = undefined
      state.set(closed)
      problems.clear('music')
    },
  }
}

/** What an order hands out; each kind of order has other names for it. */
function givenIn(answer: unknown, songID: string, vendorID: number): Given {
  const data = (answer as { resource?: { data?: Record<string, unknown> } }).resource?.data ?? {}
  const [resource] = (data.resources as [{ resource_id?: string }?] | undefined) ?? []
  return {
    resourceID: resource?.resource_id ?? '',
    code: String(data.krc_token ?? data.share_token ?? ''),
    songID,
    vendorID,
  }
}

import { offers, publishedVideo } from '../media/offer.ts'
import { PagePeer } from './peer.ts'
import { ReceivedMedia } from './track-media.ts'

/** Receives a publisher's tracks in the page. */
export class PagePublisher extends PagePeer {
  #media: ReceivedMedia | undefined

  get media(): ReceivedMedia | undefined {
    return this.#media
  }

  async answer(offer: string): Promise<string> {
    const codecs = { video: publishedVideo(offer), audio: offers(offer, 'audio') }
    const answer = await this.negotiate(offer, () => {})
    this.#media ??= new ReceivedMedia(
      codecs,
      this.connection.getReceivers().map(({ track }) => track),
    )
    return answer
  }

  play(): never {
    throw new Error('A publisher plays nothing')
  }

  pause(): never {
    throw new Error('A publisher plays nothing')
  }

  override async close(): Promise<void> {
    this.#media?.close()
    await super.close()
  }
}

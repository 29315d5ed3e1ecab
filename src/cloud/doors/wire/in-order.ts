interface Place {
  hasArrived: boolean
  readonly leave: () => void
}

/** The end of a way at which a stream is put together again: each piece leaves once it has arrived and all before it have left. */
export class InOrder {
  readonly #places: Place[] = []

  /** The next piece is under way. @returns to be called when it has arrived */
  next(leave: () => void): () => void {
    const place = { hasArrived: false, leave }
    this.#places.push(place)
    return () => {
      place.hasArrived = true
      while (this.#places[0]?.hasArrived) this.#places.shift()?.leave()
    }
  }
}

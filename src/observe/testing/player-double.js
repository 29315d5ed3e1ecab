// zego-fault-harness: test double of the player, which proves nothing of the vendor's. It has the interface alone: it loads
// a stream and shows nothing, refuses what the vendor's refuses first, and tells its errors as that does.
window.ZegoExpressPlayer = class ZegoExpressPlayer {
  #src = ''
  #bytes = 0
  #left = 3
  #onError = undefined

  constructor(_engine, config) {
    if (config?.mode !== 'live') refuse("InputParamError: param 'mode' should be set 'live'")
  }

  set onError(listener) {
    this.#onError = listener
  }

  onTimeUpdate = undefined

  set src(address) {
    if (!/\.flv$/.test(address)) refuse("InputParamError: only 'flv'")
    this.#src = address
  }

  get src() {
    return this.#src
  }

  get currentTime() {
    return this.#bytes / 1000
  }

  play() {
    void this.#load()
  }

  resume() {
    this.#left = 3
    void this.#load()
  }

  destroy() {
    this.#src = ''
  }

  async #load() {
    try {
      const { body, ok } = await fetch(this.#src)
      if (!ok) throw new Error('404')
      const reader = body.getReader()
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        this.#bytes += read.value.length
        this.onTimeUpdate?.()
      }
    } catch {
      this.#left -= 1
      if (this.#left > 0) return void setTimeout(() => this.#load(), 3000)
      this.#onError?.({ code: 100004, msg: 'NetworkError: failed to request media' })
    }
  }
}

function refuse(msg) {
  throw new Error(JSON.stringify({ code: 100001, msg }))
}

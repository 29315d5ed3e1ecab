import { HttpResponse, http, type RequestHandler } from 'msw'
import type { Music } from './music.ts'

const host = 'https://music.zego.im'

/** Where the file of a song is downloaded: over plain HTTP, not through the link. */
export const addressOf = (songId: string): string => `${host}/files/${encodeURIComponent(songId)}.mp3`

/** Hands files out. The module waits for ever for one that does not say how long it is. */
export function fileHandlers(music: Music): RequestHandler[] {
  return [
    http.get(`${host}/files/:name`, ({ params }) => {
      const file = music.songs.get(String(params.name).replace(/\.mp3$/, ''))?.file
      if (!file) return new HttpResponse(null, { status: 404 })
      const headers = { 'Content-Type': 'audio/mpeg', 'Content-Length': String(file.length) }
      return new HttpResponse(file.slice().buffer as ArrayBuffer, { headers })
    }),
  ]
}

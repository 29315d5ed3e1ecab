import { expect, test } from 'vitest'
import { songsIn } from './found.ts'

const answering = (data: object) => ({ errorCode: 0, result: { code: 0, data } })

test('songs are listed as the service has them', () => {
  const songs = [
    { song_id: 'song-1', song_name: 'Moonlight', vendor_id: 2 },
    { song_id: 'song-2', song_name: 'Moonlight', vendor_id: 4 },
  ]
  expect(songsIn(answering({ songs }))).toEqual([
    { songID: 'song-1', name: 'Moonlight', vendorID: 2 },
    { songID: 'song-2', name: 'Moonlight', vendorID: 4 },
  ])
})

test('a song without a name goes by its ID', () => {
  expect(songsIn(answering({ songs: [{ song_id: 'song-1', song_name: '', vendor_id: 2 }] }))).toMatchObject([
    { name: 'song-1' },
  ])
})

test.each([
  ['no song', answering({ songs: [] })],
  ['no list', answering({})],
  ['nothing', {}],
])('an answer with %s lists none', (_, answer) => {
  expect(songsIn(answer)).toEqual([])
})

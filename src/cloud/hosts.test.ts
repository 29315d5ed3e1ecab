import { expect, test } from 'vitest'
import { CloudHosts } from './hosts.ts'

test('ZEGO’s hosts are the cloud’s, and so are those of the app that pass on to them', () => {
  const hosts = new CloudHosts(['rtc.example.com/zego', 'logs.example.com:8443'])
  expect(
    ['accesshub-wss.coolbcloud.com', 'rtc.example.com', 'logs.example.com'].filter(hosts.isCloud),
  ).toHaveLength(3)
  expect(['example.com', 'www.rtc.example.com', 'zego.im.example.com'].filter(hosts.isCloud)).toEqual([])
  expect(['rtc.example.com', 'weblogger-wss.coolbcloud.com'].filter(hosts.isSignaling)).toEqual([
    'rtc.example.com',
  ])
})

test('a path of the app’s own is taken off, and others are left as they are', () => {
  const hosts = new CloudHosts(['rtc.example.com/zego/'])
  expect(hosts.passedOn('rtc.example.com', '/zego/accesshub')).toBe('/accesshub')
  expect(hosts.passedOn('rtc.example.com', '/accesshub')).toBe('/accesshub')
  expect(hosts.passedOn('rtc.example.com', '/zego-2/accesshub')).toBe('/zego-2/accesshub')
  expect(hosts.passedOn('accesshub-wss.coolbcloud.com', '/zego/accesshub')).toBe('/zego/accesshub')
})

test.each(['wss://rtc.example.com', '', 'no host', 7 as never])('%j is no host', (proxy) => {
  expect(() => new CloudHosts([proxy])).toThrow(/Not a host: .* Write it as rtc.example.com/)
})

import type { Words } from './bilingual.ts'

const chinese: Readonly<Record<string, string>> = {
  'kicked out by the back end': '被后台踢出房间',
  'logged in elsewhere': '同一账号在别处登录',
  'login refused, the room is full': '登录被拒：房间人数已满',
  'token that cannot be read': 'Token 无法解析',
  'token expired': 'Token 过期',
  'signaling cut and back': '信令断开后恢复',
  'camera unplugged': '推流时拔掉摄像头',
  'permission denied': '拒绝授权',
  'permission revoked': '推流时撤销授权',
}

/** Title of a situation of the versions run; one that the page does not know stays as it is. */
export function situationWords(title: string): Words {
  const en = title.charAt(0).toUpperCase() + title.slice(1)
  return { en, zh: chinese[title] ?? en }
}

import { expect, expectTypeOf, test } from 'vitest'
import { codes } from '../../src/codes/index.ts'
import { type Circumstances, reactionTo, type Words } from './reactions.ts'
import { zh } from './reactions.zh.ts'

const undocumented = undefined
const everyCode = [...codes.map(({ code }) => code), undocumented]
const everyCircumstance = [{}, { retrying: true }, { reconnecting: true }, { permission: 'denied' }].flatMap(
  (circumstances) =>
    ([undefined, 'camera', 'microphone'] as const).map(
      (device) => ({ ...circumstances, ...(device && { device }) }) as Circumstances,
    ),
)
const cases = everyCode.flatMap((code) => everyCircumstance.map((more) => [code, more] as const))

/** What stands in Latin letters in Chinese, too. */
const latin =
  /preset-id:|https?|\b(ZEGO|AppID|ID|Chrome|Edge|Safari|JPG|PNG|MB|H\.26[45]|VP8)\b|\b\d+(\.\d+)?\b/g

test.each(everyCode)('%s: the Chinese is Chinese, in whatever circumstances', (code) => {
  for (const circumstances of everyCircumstance) {
    const { message, actions } = reactionTo(code, circumstances, zh)
    expect(message).toMatch(/^\S.{3,90}(。|……)$/)
    expect(message.match(/\p{Script=Han}/gu)?.length).toBeGreaterThan(3)
    expect(message.replaceAll(latin, '')).not.toMatch(/[A-Za-z{}]|[,.;:?!()]|您|undefined/)
    for (const { label } of actions) expect(label).toMatch(/^\p{Script=Han}{2,5}$/u)
  }
})

test('kind, severity and what the actions run are the same in both languages', () => {
  const facts = ([code, circumstances]: (typeof cases)[number], words?: Words) => {
    const { kind, severity, actions } = reactionTo(code, circumstances, words)
    return { code, circumstances, kind, severity, runs: actions.map(({ run }) => run) }
  }
  expect(cases.map((each) => facts(each, zh))).toEqual(cases.map((each) => facts(each)))
  expect(cases).toHaveLength(233 * 12)
})

test('codes that differ in English differ in Chinese, and equal ones are equal', () => {
  const firstAlike = (words?: Words) => {
    const messages = everyCode.map((code) => reactionTo(code, {}, words).message)
    return messages.map((message) => everyCode[messages.indexOf(message)])
  }
  expect(firstAlike(zh)).toEqual(firstAlike())
})

/** What both languages speak of, or neither. */
const sameThings = [
  [/contact support|or support/, /客服/],
  [/(the|report the) code( to|\.)/, /错误码/],
  [/people who make this app/, /应用开发者/],
  [/try(ing)? again/i, /重试/],
  [/\broom/i, /房间/],
  [/camera/i, /摄像头/],
  [/microphone/i, /麦克风/],
  [/\bhost/, /房主/],
  [/browser/, /浏览器/],
  [/network|check your (internet )?connection/i, /网络/],
  [/song/, /歌(?!词)|单曲/],
  [/lyrics/, /歌词/],
  [/\bmix/i, /混/],
  [/watermark/, /水印/],
  [/noise reduction/, /降噪/],
  [/https/, /https/],
  [/ZEGO/, /ZEGO/],
  [/Chrome/, /Chrome/],
  [/Safari/, /Safari/],
  [/expired/, /过期/],
] as const

test.each(sameThings)('%s in English is %s in Chinese', (english, chinese) => {
  const speaking = (thing: RegExp, words?: Words) =>
    cases.filter(([code, circumstances]) => thing.test(reactionTo(code, circumstances, words).message))
  expect(speaking(chinese, zh)).toEqual(speaking(english))
})

const numbersIn = (code: number, words?: Words) => reactionTo(code, {}, words).message.match(/\d+/g) ?? []
const withNumbers = codes.map(({ code }) => code).filter((code) => numbersIn(code).length > 0)

test.each(withNumbers)('%i: every limit is the same', (code) => {
  expect(numbersIn(code, zh)).toEqual(expect.arrayContaining(numbersIn(code)))
})

test.each<[number | undefined, Circumstances, string, string[]]>([
  [0, {}, '一切正常。', []],
  [
    undefined,
    {},
    '出了点问题，服务返回的原因此应用无法识别。如果问题反复出现，请联系客服并提供错误码。',
    ['复制详情'],
  ],
  [1000002, {}, '你已不在房间中。请加入房间后继续。', ['重新加入']],
  [1000002, { reconnecting: true }, '与房间的连接正在恢复。请稍等片刻，然后重试。', ['重试']],
  [1002013, {}, '房间 ID 过长，最多 128 个字符。请更正后重试。', ['修改']],
  [
    1002034,
    {},
    '房间人数已满。请等有人离开后重试，或者请应用开发者联系 ZEGO 提高人数上限。',
    ['重试', '复制详情'],
  ],
  [1002055, {}, '你已被移出房间。如果你认为有误，请询问房主，或联系客服。', ['复制详情']],
  [1006006, { device: 'camera' }, '你的摄像头已被拔出。请检查摄像头是否已接好并打开，然后重试。', ['重试']],
  [1006006, {}, '你的摄像头或麦克风已被拔出。请检查摄像头或麦克风是否已接好并打开，然后重试。', ['重试']],
  [1102018, {}, '你的房间授权已过期。请更新授权以继续。', ['更新授权']],
  [
    1103028,
    {},
    '音视频已无法送达服务器。请检查网络连接或切换到其他网络，然后重试。如果问题依旧，请联系客服并提供错误码。',
    ['重试', '复制详情'],
  ],
  [1103028, { retrying: true }, '音视频已无法送达服务器。正在自动重试……', []],
  [
    1106009,
    { device: 'microphone', permission: 'denied' },
    '浏览器不允许本页面使用麦克风。请允许本网站使用麦克风（点击地址栏旁的图标），然后重试。',
    ['重试'],
  ],
  [1017019, {}, '你对这首歌的授权已过期。请重新点歌。', ['重新点歌']],
  [100006, {}, '浏览器要等你点击后才会播放。请点击播放。', ['播放']],
])('%s %o reads: %s', (code, circumstances, message, labels) => {
  const reaction = reactionTo(code, circumstances, zh)
  expect(reaction.message).toBe(message)
  expect(reaction.actions.map(({ label }) => label)).toEqual(labels)
})

test('a language has an advice exactly where the English has one of its own, or it does not compile', () => {
  type Sentences = Words['sentences']
  expectTypeOf<readonly [string, string]>().toExtend<Sentences[1002055]>()
  expectTypeOf<readonly [string]>().not.toExtend<Sentences[1002055]>()
  expectTypeOf<readonly [string]>().toExtend<Sentences[1000002]>()
  expectTypeOf<readonly [string, string]>().not.toExtend<Sentences[1000002]>()
})

test.each([
  ['the name of a language', 'zh'],
  ['nothing at all', null],
  ['half a language', { sentences: {} }],
])('%s is no language', (_, words) => {
  expect(() => reactionTo(1002055, {}, words as unknown as Words)).toThrow(
    new TypeError(
      'These words have no sentences for 1002055. Give reactionTo a whole language, such as zh of zego-fault-harness/reactions/zh, or nothing for English.',
    ),
  )
})

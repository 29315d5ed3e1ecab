/**
 * What people type who met a situation, in English and Chinese, and the codes they then look for: words that stand in no text
 * of those rows. Forms of an English word (kicked, kicks) are found by themselves.
 */
const typed: readonly (readonly [words: string, ...codes: number[]])[] = [
  ['kick kickout remove ban expel throw thrown out 踢 踢人 踢出 踢下线 被踢 移出', 1002055, 1002050],
  [
    'kick elsewhere second tab device duplicate double login two sessions 顶号 挤下线 重复登录 异地登录 多端登录 另一台设备',
    1002050,
  ],
  [
    'offline online disconnect no network internet wifi wi-fi connection lost lose drop down gone broken signaling websocket reconnect ' +
      '断网 断线 掉线 离线 断开 网络 网络断开 没网 信令 重连',
    1000017,
    1002031,
  ],
  [
    'long offline give gave up reconnect retry timeout 重连失败 长时间断网 超时 断网',
    1002031,
    1002053,
    1103051,
    1104031,
  ],
  [
    'no network start cannot connect websocket firewall blocked 连不上 无网络 没网 防火墙',
    1002031,
    1103030,
    1104030,
  ],
  [
    'media udp ice rtp firewall black screen frozen freeze picture sound lost lose cut 媒体 黑屏 卡住 没画面 没声音 防火墙 断网',
    1103028,
    1104028,
    1103030,
    1104030,
  ],
  ['stream not found missing does not exist 404 play watch pull 流不存在 找不到流 拉流', 1104039],
  [
    'permission revoke withdraw take taken away back camera video while live 权限 撤销 收回 摄像头 摄像头权限',
    1106010,
  ],
  [
    'permission revoke withdraw take taken away back microphone mic audio while live 权限 撤销 收回 麦克风 麦克风权限',
    1106009,
  ],
  [
    'permission deny refuse reject block not allowed notallowederror getusermedia camera microphone mic screen ' +
      '权限 拒绝 不允许 禁止 授权 摄像头权限 麦克风权限',
    1103064,
  ],
  [
    'unplug pull out remove usb disconnect camera webcam microphone mic headset 拔 拔出 拔掉 摄像头 麦克风 耳机',
    1006006,
  ],
  ['unplug pull out webcam camera crash driver 拔 拔出 拔掉 摄像头 崩溃', 1106010],
  ['unplug pull out microphone mic headset crash driver 拔 拔出 拔掉 麦克风 崩溃', 1106009],
  ['loose contact webcam 接触不良 松动', 1106008],
  ['loose contact mic headset 接触不良 松动', 1106007],
  [
    'busy occupied taken another program notreadableerror webcam mic 占用 被占用 其他程序 摄像头 麦克风',
    1103065,
  ],
  [
    'no missing without find found notfounderror webcam camera mic microphone 没有摄像头 没有麦克风 找不到设备 无设备',
    1103061,
  ],
  ['overconstrainederror wrong device id 设备不存在', 1103066],
  ['screen share cancel sharing desktop 屏幕共享 取消共享 共享屏幕', 1103010, 1103042],
  ['token expire expiry old renew 过期 到期 令牌 凭证 鉴权', 1102018],
  ['token invalid wrong malformed bad auth 无效 错误 令牌 凭证 鉴权', 1102016],
  ['login refuse reject deny full capacity limit 登录失败 登录被拒 满员 人数上限 房间满', 1002034],
  ['login refuse reject deny fail 登录失败 登录被拒', 1002036, 1002037, 1002099, 1102016, 1102018, 1001004],
  ['login timeout slow 登录超时 超时', 1002031],
  ['publish refuse forbid ban stream 禁止推流 推流失败 封禁', 1003025, 1103019, 1103021],
  ['play refuse forbid ban stream 禁止拉流 拉流失败 封禁', 1004025, 1104046, 1104021],
  ['publish same stream id taken twice conflict 流id重复 重复推流 流冲突', 1003028],
  ['play same stream twice 重复拉流', 1103049],
  ['play stream missing gone not exist remote person left 流不存在 拉不到流', 1104039, 1004002],
  ['message chat fast often rate limit 消息太快 频率 限流', 1009015, 1109001],
  ['message chat long 消息太长 弹幕', 1009013, 1009002],
  ['zim chat im not activated', 1001004],
  [
    'no sound silent silence mute hear nothing audio 静音 没有声音 没声音 无声 听不到 听不见 声音',
    1106007,
    1106009,
    100006,
  ],
  ['mute unmute 静音 取消静音', 1103054],
  ['no sound silent hear nothing 没有声音 没声音 听不到 听不见', 1103028, 1104028],
  [
    'weak poor bad unstable network packet loss jitter quality lag laggy 弱网 网络差 网络不好 网络不稳定 丢包 抖动 延迟',
    1104037,
    1004020,
    1000017,
    1103028,
    1104028,
  ],
  [
    'stutter stuttering choppy stall buffering lag laggy freeze frozen slow 卡顿 卡 不流畅 一卡一卡 掉帧',
    1103075,
    1103082,
    1103074,
    1104037,
    1004020,
    1104028,
  ],
  [
    'open start fail cannot does not work camera webcam microphone mic device 打不开 开不了 用不了 无法打开 摄像头 麦克风 设备',
    1103064,
    1103065,
    1103061,
    1103002,
  ],
  ['open play video 打不开 放不了 播放不了', 100005, 1104039],
  ['bluetooth airpods wireless headset headphones earphones 蓝牙 耳机', 1006006, 1106007, 1106009],
  ['insecure secure context http https ssl certificate 不安全 安全 证书', 1103053, 1103002],
  ['frequent frequently too many quick fast throttle 频繁 太频繁 频率', 1009015, 1109001, 1102022],
  ['mismatch match different inconsistent 不匹配 不一致 不符', 1002018, 1102016, 1102015, 1017043],
  ['autoplay click gesture 自动播放 点击', 100006],
]

const wordsOf = new Map<number, string[]>()
for (const [words, ...codes] of typed)
  for (const code of codes) wordsOf.set(code, [...(wordsOf.get(code) ?? []), ...words.split(' ')])

/** What people type when they look for this code. */
export function typedFor(code: number): readonly string[] {
  return wordsOf.get(code) ?? []
}

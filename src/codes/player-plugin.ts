import { defineSection } from './row.ts'

/**
 * Codes of the separate player plugin; `onError` is the player's own callback. The plugin is a script of its own, which
 * an app hands to the SDK; of its codes the SDK only reads 100003 to 100006, to resume what it plays from a CDN. Seen with the
 * version that `playerVersion` names.
 */
export const playerPlugin = defineSection('player-plugin', 'Player plugin', '播放器插件', {
  100001: {
    title: 'Player called wrongly',
    titleZh: '播放器调用方式不对',
    cause: 'A method of the player got a bad argument, or was called at a moment that does not allow it.',
    reaction: 'fix-configuration',
    advice: 'Look at the call itself: this code comes back from the method and never reaches onError.',
    channels: ['api'],
    evidence: 'reproduced',
    needs: 'player',
    drift: 'What is thrown is an Error without a code: that stands in its message, as JSON.',
  },
  100002: {
    title: 'Player cannot run here',
    titleZh: '播放器无法在此环境工作',
    cause: 'The page runs where the player is not supported, such as an old browser or web view.',
    reaction: 'contact-support',
    advice:
      'Catch it where the player is created, fall back to a plain video element, and ask ZEGO about the platform.',
    channels: ['api'],
    evidence: 'reproduced',
    needs: 'player',
  },
  100003: {
    title: 'Player failed internally',
    titleZh: '播放器自身出错',
    cause: 'Something inside of the player broke while it ran.',
    reaction: 'contact-support',
    advice: 'Create the player anew once; save its log if the second one fails in the same way.',
    channels: ['event:onError'],
    evidence: 'reproduced',
    needs: 'player',
    drift: 'A call before anybody is logged in throws it, too.',
  },
  100004: {
    title: 'Player lost the network',
    titleZh: '播放时断网',
    cause: 'The media could not be fetched any longer, or at all.',
    reaction: 'check-network',
    advice: 'Show a buffering state, and resume playback when the browser reports that it is online.',
    channels: ['event:onError'],
    evidence: 'reproduced',
    needs: 'player',
    drift:
      'It comes 90 s after the loss: until then the player asks anew every 3 s, and an app hears onWaiting alone.',
  },
  100005: {
    title: 'Player cannot decode the media',
    titleZh: '媒体内容解不开',
    cause: 'The media cannot be opened, has a format the player does not know, or is damaged.',
    reaction: 'contact-support',
    advice: 'Try the address in another player first: if it fails there too, repair the source instead.',
    channels: ['event:onError'],
    evidence: 'reproduced',
    needs: 'player',
    drift:
      'A codec that the player does not know gives no code at all, and where the SDK plays, playerStateUpdate stays PLAYING.',
  },
  100006: {
    title: 'Autoplay was blocked',
    titleZh: '自动播放被浏览器拦下',
    cause: 'Browsers hold back sound until the person has interacted with the page.',
    reaction: 'retry',
    advice: 'Overlay a play button and call play() inside of its click handler.',
    channels: ['event:onError'],
    evidence: 'reproduced',
    needs: 'player',
  },
})

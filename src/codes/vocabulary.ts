/** What each recommended reaction asks of an app. A row's `advice` adds the detail of its own situation. */
export const reactions = {
  none: 'Nothing is broken: the call succeeded, or the person chose this outcome. Show no error.',
  wait: 'Something is still under way, in the SDK or in the app. Show that, start nothing new, act on its end.',
  retry: 'Offer to do the same again, after the pause or the preparation that the advice names.',
  rejoin: 'The room is gone for this client: offer to log in again, then restore streams and state.',
  'renew-token': 'A token is missing, malformed or past its time: fetch a fresh one and hand it in.',
  'ask-permission': 'The browser or the system withholds a permission: say which, and how to grant it.',
  'check-device':
    'A camera, microphone or other source is absent, loose or taken: name it, offer another one.',
  'check-network': 'The connection is the likely culprit: say so, and offer to try again once it is better.',
  'change-browser': 'This browser or this version cannot do it: name one that can, or hide the feature.',
  'fix-input': 'What was entered, chosen or passed is not accepted: say which, and let it be changed.',
  'fix-configuration':
    'The app calls the SDK wrongly, or its AppID, hosting or project is wrong: only its makers can repair it.',
  'enable-service': 'The AppID has no right to this feature or quota: have ZEGO switch it on.',
  'tell-user': 'Nothing is broken: explain what happened and which choices are left.',
  'contact-support': 'Only ZEGO can look further: hand over code, extended data, room, stream and time.',
} as const

/** The reaction recommended for a code; every word is defined in {@link reactions}. */
export type Reaction = keyof typeof reactions

/** How far a row of the documentation has been borne out by what ran. */
export const evidenceClasses = {
  reproduced:
    'The documented situation was made, and the SDK gave the documented code where an app can hear it.',
  'surfaced-otherwise':
    'The SDK gives the code, but in another situation or on another channel than documented.',
  superseded: 'The documented situation was made, and the SDK answers with something else.',
  'not-on-web': 'Only the native or mini program SDKs can give it: nothing in the web SDK does.',
  untested: 'No scenario has claimed this row yet.',
} as const

/** The evidence class of a row; every word is defined in {@link evidenceClasses}. */
export type Evidence = keyof typeof evidenceClasses

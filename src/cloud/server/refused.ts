/**
 * Return codes of the server API (`Code`), by ZEGO's documentation "Return codes". They come with status 200, in the JSON of any
 * answer.
 */
export const refused = {
  appIdMalformed: 100_000_001,
  noTimestamp: 100_000_002,
  timestampMalformed: 100_000_003,
  /** More than 10 minutes from the service's time, to either side. */
  signatureExpired: 100_000_004,
  signatureWrong: 100_000_005,
  noAction: 100_000_006,
  actionUnknown: 100_000_007,
  noNonce: 100_000_008,
  noSignature: 100_000_009,
  /** There is no such app. */
  noServerSecret: 100_000_010,
  noAppConfiguration: 100_000_011,
  noSignatureVersion: 100_000_013,
  signatureVersionUnknown: 100_000_014,
  parametersWrong: 2,
  /** The documentation has two more numbers for the same, 5024 and 50001, and does not say which action gives which. */
  noSuchRoom: 104,
  noSuchUser: 105,
  noContent: 1_008,
  userOffline: 50_003,
  tooManyUsers: 50_011,
  messageTooLong: 50_012,
} as const

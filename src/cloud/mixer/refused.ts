/**
 * Codes by which the service refuses (`common_response.code`). Starting, of a room's automatic mix too, surfaces each as
 * the row named; stopping surfaces 1005099 whatever the code, and
 * 1000010000 and the code for a room's automatic mix.
 */
export const refused = {
  /** 1005050 */
  unauthorised: 3,
  /** 1005035 */
  imageFormat: 141,
  /** 1005036 */
  imageNotLoaded: 142,
  /** 1005026 */
  inputNotFound: 150,
  /** 1005027 */
  layout: 153,
  /** 1005030 */
  tooManyOutputs: 154,
  /** 1005023 */
  videoCodec: 156,
  /** 1005000 */
  notEnabled: 157,
  /** 1005025 */
  tooManyInputs: 158,
  /** 1005062 */
  watermarkLayout: 170,
  /** 1005061 */
  watermarkMissing: 171,
  /** 1005099 */
  duplicateInput: 175,
  /** 1005028 */
  labelTooLong: 179,
  /** `MIXER_NOT_OWNER_STOPMIXER` in the table of SDK 3.11; in that of 3.12 it is missing. */
  notTheStarter: 160,
  /** The number is ours: no SDK has one for it. */
  noSuchTask: 1_002,
  /** The number is ours: no SDK has one for it. */
  autoNotEnabled: 1_003,
} as const

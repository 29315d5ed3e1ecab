/** The parameters of an action, by their names in the query; those that end in `[]` are lists. */
interface Parameters {
  readonly needed: readonly string[]
  readonly optional?: readonly string[]
}

/** The actions of the server API (version 2) that the cloud answers, by `Action`, with what each takes besides the common parameters. */
export const requests = {
  /** At most 5 users. */
  KickoutUser: { needed: ['RoomId', 'UserId[]'], optional: ['CustomReason'] },
  DescribeUserNum: { needed: ['RoomId[]'] },
  DescribeUserList: { needed: ['RoomId'], optional: ['Mode', 'Limit', 'Marker'] },
  DescribeSimpleStreamList: { needed: ['RoomId'] },
  SendBroadcastMessage: {
    needed: ['RoomId', 'UserId', 'MessageCategory', 'MessageContent'],
    optional: ['UserName'],
  },
  SendCustomCommand: { needed: ['RoomId', 'FromUserId', 'MessageContent'], optional: ['ToUserId[]'] },
  ForbidRTCStream: { needed: ['StreamId', 'Sequence'] },
  ResumeRTCStream: { needed: ['StreamId', 'Sequence'] },
} as const satisfies Readonly<Record<string, Parameters>>

/** An action of the server API, such as `KickoutUser`. */
export type Action = keyof typeof requests

type Needed<A extends Action> = (typeof requests)[A]['needed'][number]
type Optional<A extends Action> = (typeof requests)[A] extends {
  readonly optional: readonly (infer Name extends string)[]
}
  ? Name
  : never
type Field<Name extends string> = Name extends `${infer Plain}[]` ? Plain : Name
type ValueOf<Name extends string> = Name extends `${string}[]` ? readonly string[] : string

/** A call as decoded: its parameters without `[]`, and the AppId. */
export type MessageOf<A extends Action> = { readonly AppId: string } & {
  readonly [Name in Needed<A> as Field<Name>]: ValueOf<Name>
} & { readonly [Name in Optional<A> as Field<Name>]?: ValueOf<Name> }

export const isAction = (name: string): name is Action => Object.hasOwn(requests, name)

/** The call in a query. Nothing is said of what is missing. */
export function messageIn(action: Action, query: URLSearchParams): Readonly<Record<string, unknown>> {
  const { needed, optional = [] }: Parameters = requests[action]
  const message: Record<string, unknown> = { AppId: query.get('AppId') ?? '' }
  for (const name of [...needed, ...optional]) {
    const plain = name.replace('[]', '')
    const list = [...query.getAll(name), ...query.getAll(plain)]
    if (plain !== name && list.length > 0) message[plain] = list
    else if (plain === name && (query.get(name) || (query.has(name) && needed.includes(name))))
      message[plain] = query.get(name)
  }
  return message
}

/** What a call lacks. */
export function missingIn(action: Action, message: object): readonly string[] {
  return requests[action].needed.filter((name) => !(name.replace('[]', '') in message))
}

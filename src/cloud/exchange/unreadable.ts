/** A body that nobody can decode: no protobuf message begins with a field of wire type 7. */
export const unreadable = new Uint8Array([0xff, 0xff, 0xff])

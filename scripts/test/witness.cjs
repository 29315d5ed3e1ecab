// Preloaded into every Node process of a run without a network: whoever asks for another machine is written down, be the
// error swallowed or not.
const { appendFileSync } = require('node:fs')
const { errorMonitor } = require('node:events')
const { Socket, isIP } = require('node:net')
const dgram = require('node:dgram')
const { relative } = require('node:path')

const unreachable = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EAI_AGAIN', 'ENOTFOUND'])
const isLoopback = (address) => /^(127\.|::1$|::ffff:127\.|localhost$|0\.0\.0\.0$|::$)/.test(address)

function tell(what, code) {
  const who = process.argv[1] ? relative(process.cwd(), process.argv[1]) : 'node -e'
  appendFileSync(
    process.env.ZEGO_WITNESS_FILE,
    `${who} (process ${process.pid}) asked for ${what}: ${code}\n`,
  )
}

const { connect } = Socket.prototype
Socket.prototype.connect = function (...args) {
  // Told of an error without handling it.
  this.once(errorMonitor, ({ code, hostname, address, port }) => {
    if (unreachable.has(code)) tell(hostname ?? `${address}:${port}`, code)
  })
  return connect.apply(this, args)
}

const { send } = dgram.Socket.prototype
dgram.Socket.prototype.send = function (...args) {
  const address = args.slice(1).find((arg) => typeof arg === 'string')
  if (address && isIP(address) && !isLoopback(address)) tell(`${address} over UDP`, 'sent')
  return send.apply(this, args)
}

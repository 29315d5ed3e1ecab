import { once } from 'node:events'
import { rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const name = 'zego-fault-harness-install'

// A listening socket is the lock: the system frees it when its process ends, however that happens.
const address = {
  linux: `\0${name}`,
  win32: `\\\\.\\pipe\\${name}`,
}[process.platform as 'linux' | 'win32'] as string | undefined

/**
 * Runs `work` while no other process of this machine does, waiting for its turn as long as needed.
 *
 * @param at where the lock lives; another one for another purpose
 */
export async function holdingInstallLock<T>(
  say: (line: string) => void,
  work: () => Promise<T>,
  at = address ?? path.join(tmpdir(), `${name}.lock`),
): Promise<T> {
  for (;;) {
    const lock = await take(at)
    if (lock) {
      try {
        return await work()
      } finally {
        for (const waiter of lock.waiters) waiter.destroy()
        lock.server.close()
        await once(lock.server, 'close')
      }
    }
    say('Another process is installing a browser; waiting for it ...')
    await untilReleased(at)
  }
}

async function take(at: string): Promise<{ server: net.Server; waiters: Set<net.Socket> } | undefined> {
  const waiters = new Set<net.Socket>()
  const server = net.createServer((waiter) => {
    waiters.add(waiter)
    waiter.on('error', () => {}).on('close', () => waiters.delete(waiter))
  })
  try {
    await once(server.listen(at), 'listening')
    return { server, waiters }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined
    throw error
  }
}

/** The holder's end closes the connection; a socket file that nobody listens on is a leftover (macOS) and goes. */
async function untilReleased(at: string): Promise<void> {
  const connection = net.connect(at)
  let refused = false
  connection.on('error', (error: NodeJS.ErrnoException) => {
    refused = error.code === 'ECONNREFUSED'
  })
  await new Promise((closed) => connection.once('close', closed))
  if (refused && at.startsWith('/')) rmSync(at, { force: true })
}

import type { BrowserContext, ConsoleMessage, Frame, Page, WebError } from '@playwright/test'
import type { Raw } from './extract-codes.ts'

/** Takes what a page said on the console or failed with; `frame` is the URL of the page. */
export type Seen = (raw: Raw, at: number, frame: string | undefined) => void

/**
 * Listens to the console (errors and warnings) and to the uncaught errors of all pages of a context.
 *
 * @returns a function that stops listening
 */
export function listenToBrowser(context: BrowserContext, seen: Seen): () => void {
  const onConsole = (message: ConsoleMessage) => {
    const level = message.type()
    if (level !== 'error' && level !== 'warning') return
    const payload = sdkLogLine(message.text()) ?? {
      text: shorten(message.text()),
      url: message.location().url,
    }
    seen(
      { channel: 'console', name: level, payload },
      Math.min(Math.round(message.timestamp()), Date.now()),
      message.page()?.url(),
    )
  }
  const onWebError = (webError: WebError) => {
    const { name, message } = webError.error()
    // A thrown object that is no Error: the recorder in the page has told what is in it, here there is nothing.
    if (name === '' && message === 'Object') return
    const payload = { message: shorten(message), url: webError.location().url }
    seen({ channel: 'pageerror', name: name || 'thrown', payload }, Date.now(), webError.page()?.url())
  }
  context.on('console', onConsole)
  context.on('weberror', onWebError)
  return () => {
    context.off('console', onConsole)
    context.off('weberror', onWebError)
  }
}

/** Takes what the recorder in a page says over the console, each message with that word before it. */
export async function listenToConsole(
  context: BrowserContext,
  word: string,
  receive: (source: { frame: Frame; page: Page }, json: string) => void,
): Promise<{ dispose(): Promise<void> }> {
  const onConsole = (message: ConsoleMessage) => {
    const [page, text] = [message.page(), message.text()]
    if (page && message.type() === 'debug' && text.startsWith(`${word} `))
      receive({ frame: page.mainFrame(), page }, text.slice(word.length + 1))
  }
  context.on('console', onConsole)
  return { dispose: async () => void context.off('console', onConsole) }
}

/** The SDK logs JSON lines: `action` is its own short name for the place, `content` what happened. */
function sdkLogLine(text: string): { action: string; content: string } | undefined {
  if (!text.startsWith('{"time":')) return undefined
  try {
    const { action, content } = JSON.parse(text) as { action?: unknown; content?: unknown }
    return typeof action === 'string' ? { action, content: shorten(String(content)) } : undefined
  } catch {
    return undefined
  }
}

const longest = 2000

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length})` : text
}

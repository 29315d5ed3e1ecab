/** Attributes by which an app shows something, or lets it be done. */
export interface ReactionWatch {
  /** The SDK is about to tell the app a code: the next visible changes may be the app's reaction. */
  expect(): void
}

/**
 * Notices the changes that a person could see, in the document or in those around it: the first ten, since the first may be
 * about something else. What only counts or moves (numbers of a clock, styles of an animation) is none, nor is a control that
 * can be used again. Runs in the page, so it must not use anything outside itself.
 */
export function watchReaction(reacted: () => void): ReactionWatch {
  const most = 10
  const attributes = [
    ...['class', 'style', 'hidden', 'disabled', 'open', 'checked', 'title', 'placeholder'],
    ...['busy', 'checked', 'disabled', 'expanded', 'hidden', 'invalid', 'label', 'pressed'].map(
      (name) => `aria-${name}`,
    ),
  ]
  let left = 0
  const observer = new MutationObserver((mutations) => {
    if (!mutations.some(isVisible)) return
    if (--left === 0) observer.disconnect()
    reacted()
  })
  return {
    expect() {
      const isWatching = left > 0
      left = most
      for (const root of isWatching ? [] : documents()) {
        observer.observe(root, {
          subtree: true,
          childList: true,
          characterData: true,
          characterDataOldValue: true,
          attributeFilter: attributes,
          attributeOldValue: true,
        })
      }
    },
  }

  /** An app may show in its page what the SDK told a frame in it. */
  function documents(): Document[] {
    const found = [document]
    try {
      for (let view: Window = window; view !== view.parent; view = view.parent)
        found.push(view.parent.document)
    } catch {
      // The page around is of another origin: it has its own recorder, and its own SDK if any.
    }
    return found
  }

  function isVisible({ type, target, oldValue, attributeName, addedNodes, removedNodes }: MutationRecord) {
    if (type === 'characterData') {
      return words(oldValue) !== words(target.nodeValue) && isShown(target.parentElement)
    }
    if (type === 'attributes') {
      const now = (target as Element).getAttribute(attributeName ?? '')
      if (/^(aria-)?(disabled|busy)$/.test(attributeName ?? '') && (now === null || now === 'false'))
        return false
      return attributeName === 'style' ? shows(oldValue) !== shows(now) : oldValue !== now
    }
    if (!isShown(target)) return false
    return summary(addedNodes) !== summary(removedNodes)
  }

  /** What nodes say and how many elements they are; equal for a part that was only drawn anew. */
  function summary(nodes: NodeList): string {
    const told = [...nodes].filter(
      ({ nodeName }) => !/^(SCRIPT|STYLE|LINK|META|TEMPLATE|#comment)$/.test(nodeName),
    )
    const elements = told.filter((node) => node instanceof Element || node.nodeType === 1)
    return `${elements.length} ${told.map((node) => words(node.textContent)).join('')}`
  }

  /** Text without numbers, unless they are long enough for a code. */
  function words(text: string | null): string {
    return (text ?? '').replace(/\b\d{1,6}\b/g, '').replace(/[\s:.,%]+/g, ' ')
  }

  function shows(style: string | null): string {
    return (style?.match(/(display|visibility)\s*:[^;]*/g) ?? []).join()
  }

  function isShown(node: Node | null): boolean {
    if (!(node && 'checkVisibility' in node)) return false
    return (node as Element).checkVisibility({ visibilityProperty: true, opacityProperty: true })
  }
}

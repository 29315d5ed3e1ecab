import { h, setText } from './dom.ts'
import { type IconName, icon } from './icon.ts'

export interface ButtonState {
  readonly label?: string
  readonly icon?: IconName
  readonly disabled?: boolean
  readonly look?: ButtonLook
}

export type ButtonLook = 'plain' | 'main' | 'danger' | 'quiet'

export interface Button {
  readonly element: HTMLButtonElement
  update(state: ButtonState): void
}

/** A button whose work may take a while: until it is done, it shows so and takes no further click. */
export function createButton(run: () => unknown, initial: ButtonState & { readonly label: string }): Button {
  const text = h('span')
  const element = h('button', { type: 'button', onclick: () => void click() }, text)

  let clicks = 0

  async function click(): Promise<void> {
    if (element.ariaBusy === 'true') return
    const mine = ++clicks
    element.ariaBusy = 'true'
    try {
      await run()
    } finally {
      if (mine === clicks) element.ariaBusy = 'false'
    }
  }

  function update(state: ButtonState): void {
    if (state.label !== undefined) setText(text, state.label)
    if (state.disabled !== undefined) element.disabled = state.disabled
    // The SDK leaves some calls open for good: what cannot be clicked any more waits for none of them.
    if (state.disabled) {
      clicks++
      element.ariaBusy = 'false'
    }
    if (state.look) element.dataset.look = state.look
    if (state.icon && state.icon !== element.dataset.icon) {
      element.dataset.icon = state.icon
      element.querySelector('svg')?.remove()
      element.prepend(icon(state.icon))
    }
  }

  update({ look: 'plain', ...initial })
  return { element, update }
}

import type { DeviceKind } from '../../device/capture.ts'
import type { Session } from '../../session.ts'
import { h } from '../elements/dom.ts'

/** The list of cameras or of microphones; a change takes effect at once, also while live. */
export function devicePicker(
  { devices, capture, live }: Session,
  kind: DeviceKind,
  label: string,
): HTMLElement {
  const id = `pick-${kind}`
  const select = h('select', { id, onchange: () => void live.choose(kind, select.value) })
  const render = () => {
    const { available, chosen } = devices.state.get()
    const known = available[kind].some((device) => device.id === chosen[kind])
    const isElsewhere = !known && chosen[kind] !== '' && chosen[kind] !== 'none'
    select.replaceChildren(
      h('option', { value: '' }, 'Default'),
      ...available[kind]
        .filter((device) => device.id)
        .map((device) => h('option', { value: device.id }, device.name)),
      ...(isElsewhere ? [h('option', { value: chosen[kind] }, 'Your last choice')] : []),
      // Only before the capture: afterwards it is the mute buttons that do this.
      h('option', { value: 'none', disabled: capture.state.get().media !== undefined }, `No ${kind}`),
    )
    select.value = chosen[kind]
  }
  devices.state.watch(render)
  capture.state.watch(render)
  return h('div', { class: 'field' }, h('label', { for: id }, label), select)
}

/** A size that is changed by dragging an edge or with the arrow keys, kept between two bounds. */
import { onBeforeUnmount, type Ref } from 'vue'

export interface DragSizeInput {
  size: Ref<number>
  least: () => number
  most: () => number
  /** The axis that is dragged; the panel grows against it, towards the left or the top. */
  axis: () => 'x' | 'y'
}

const KEY_STEP = 16

export function useDragSize(input: DragSizeInput) {
  let from: { at: number; size: number } | undefined
  const at = (event: PointerEvent) => (input.axis() === 'x' ? event.clientX : event.clientY)

  function set(size: number): void {
    input.size.value = Math.round(Math.max(input.least(), Math.min(input.most(), size)))
  }
  function onMove(event: PointerEvent): void {
    if (from) set(from.size + from.at - at(event))
  }
  function stop(): void {
    from = undefined
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', stop)
  }
  function onPointerdown(event: PointerEvent): void {
    from = { at: at(event), size: input.size.value }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', stop)
  }
  function onKeydown(event: KeyboardEvent): void {
    const grow = input.axis() === 'x' ? 'ArrowLeft' : 'ArrowUp'
    const shrink = input.axis() === 'x' ? 'ArrowRight' : 'ArrowDown'
    if (event.key !== grow && event.key !== shrink) return
    event.preventDefault()
    set(input.size.value + (event.key === grow ? KEY_STEP : -KEY_STEP))
  }
  onBeforeUnmount(stop)
  return { onPointerdown, onKeydown }
}

/** Dragging the right edge of a column title. Knows only the pointer; widths are kept by the viewport and its owner. */
import { onBeforeUnmount } from 'vue'

const NARROWEST = 48
const WIDEST = 800

export function useColumnResize(tell: (id: string, width: number, final: boolean) => void) {
  let drag: { id: string; from: number; width: number } | undefined

  const widthAt = (x: number) => (drag ? Math.round(Math.max(NARROWEST, Math.min(WIDEST, drag.width + x - drag.from))) : 0)
  function onMove(event: PointerEvent): void {
    if (drag) tell(drag.id, widthAt(event.clientX), false)
  }
  function onUp(event: PointerEvent): void {
    if (drag) tell(drag.id, widthAt(event.clientX), true)
    stop()
  }
  function stop(): void {
    drag = undefined
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
  }
  function start(event: PointerEvent, id: string, width: number): void {
    drag = { id, from: event.clientX, width }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
  }
  onBeforeUnmount(stop)
  return { start }
}

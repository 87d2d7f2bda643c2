/** The mouse on the grid: choosing cells, rows and columns, dragging a range, opening the editor. */
import { onBeforeUnmount } from 'vue'
import type { CellPlace } from './types'
import type { Editor } from './use-editor'
import type { Selection } from './use-selection'
import type { Viewport } from './use-viewport'

export interface PointerInput {
  viewport: Viewport
  selection: Selection
  editor: Editor
  toggle: (place: CellPlace) => void
}

export function usePointer(input: PointerInput) {
  const { viewport, selection, editor } = input
  let dragging: { fromRow: number; wholeRows: boolean } | undefined
  let timer = 0
  let last = { x: 0, y: 0 }

  function drag(): void {
    if (!dragging) return
    const place = viewport.placeAt(last.x, last.y)
    if (dragging.wholeRows) selection.selectRows(dragging.fromRow, place.row)
    else selection.select({ row: place.row, col: Math.max(0, place.col) }, true)
  }
  function onMove(event: MouseEvent): void {
    last = { x: event.clientX, y: event.clientY }
    drag()
  }
  function stop(): void {
    dragging = undefined
    window.clearInterval(timer)
    window.removeEventListener('mousemove', onMove)
    window.removeEventListener('mouseup', stop)
  }
  function start(fromRow: number, wholeRows: boolean): void {
    dragging = { fromRow, wholeRows }
    window.addEventListener('mousemove', onMove)
    window.addEventListener('mouseup', stop)
    // Outside the view the pointer may rest while the sheet goes on moving.
    timer = window.setInterval(drag, 80)
  }
  onBeforeUnmount(stop)

  function cellOf(event: MouseEvent): { place: CellPlace; box: boolean } | undefined {
    const at = event.target instanceof Element ? event.target : undefined
    const row = at?.closest('[data-row]')?.getAttribute('data-row')
    if (!at || row === undefined || row === null) return undefined
    const col = at.closest('[data-col]')?.getAttribute('data-col')
    return { place: { row: Number(row), col: col ? Number(col) : -1 }, box: at.closest('.tick-box') !== null }
  }

  /** Keeps the focus in the text box; what was being typed is committed first. */
  function onMousedown(event: MouseEvent): void {
    const hit = cellOf(event)
    if (!hit || event.button === 1) return
    event.preventDefault()
    editor.commit()
    last = { x: event.clientX, y: event.clientY }
    const range = selection.range.value
    if (event.button === 2 && range && hit.place.row >= range.top && hit.place.row <= range.bottom) return
    if (hit.place.col < 0) {
      const from = event.shiftKey && range ? range.top : hit.place.row
      selection.selectRows(from, hit.place.row)
      start(from, true)
    } else {
      selection.select(hit.place, event.shiftKey)
      if (hit.box && !event.shiftKey) input.toggle(hit.place)
      else start(hit.place.row, false)
    }
    void editor.focus()
  }

  function onDoubleClick(event: MouseEvent): void {
    const hit = cellOf(event)
    if (hit && hit.place.col >= 0 && !hit.box) editor.beginWithText()
  }

  function onHeaderDown(col: number, span: number, extend: boolean): void {
    editor.commit()
    const from = extend && selection.range.value ? selection.range.value.left : col
    selection.selectColumns(from, col + span - 1)
    void editor.focus()
  }

  return { onMousedown, onDoubleClick, onHeaderDown }
}

/** Copy, cut and paste of ranges. Works on the clipboard events of the text box that has the focus. */
import type { CellPlace, CellRange, GridCopy, GridPaste, GridRow } from './types'
import { readTable, tile, toHtml, toTsv } from './table-text'

export interface ClipboardInput {
  /** The selected rows that exist. */
  range: () => CellRange | undefined
  /** Where a paste goes, with the empty row for new entries; undefined when nothing may be written. */
  pasteAt: () => CellRange | undefined
  rowAt: (row: number) => GridRow | undefined
  /** True while a cell is edited: then the text box does its own copying. */
  editing: () => boolean
  paste: (paste: GridPaste) => void
  copied: (copy: GridCopy) => void
  clear: (range: CellRange) => void
}

/** Texts of a range; undefined when a row of it is not read in. */
export function rangeTexts(range: CellRange, rowAt: (row: number) => GridRow | undefined): string[][] | undefined {
  const texts: string[][] = []
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells = rowAt(row)?.cells
    if (!cells) return undefined
    texts.push(Array.from({ length: range.right - range.left + 1 }, (_, index) => cells[range.left + index] ?? ''))
  }
  return texts
}

export function useClipboard(input: ClipboardInput) {
  function take(event: ClipboardEvent, cut: boolean): void {
    const range = input.range()
    if (input.editing() || !range) return
    event.preventDefault()
    const texts = rangeTexts(range, input.rowAt)
    if (texts) {
      event.clipboardData?.setData('text/plain', toTsv(texts))
      event.clipboardData?.setData('text/html', toHtml(texts))
      if (cut) input.clear(range)
    }
    input.copied({ range, cut, complete: texts !== undefined })
  }

  function onPaste(event: ClipboardEvent): void {
    const range = input.pasteAt()
    if (input.editing() || !range) return
    event.preventDefault()
    const data = event.clipboardData
    const rows = readTable(data?.getData('text/plain') ?? '', data?.getData('text/html') ?? '')
    if (!rows) return
    const at: CellPlace = { row: range.top, col: range.left }
    input.paste({ ...at, rows: tile(rows, range.bottom - range.top + 1, range.right - range.left + 1) })
  }

  return { onCopy: (event: ClipboardEvent) => { take(event, false) }, onCut: (event: ClipboardEvent) => { take(event, true) }, onPaste }
}

/**
 * An empty text box gives no copy event in some web views. Ctrl+C therefore finds one selected blank in it, which is
 * taken away again right after the event.
 */
export function readyForCopy(box: HTMLTextAreaElement): void {
  box.value = ' '
  box.select()
  setTimeout(() => {
    if (box.value === ' ') box.value = ''
  }, 0)
}

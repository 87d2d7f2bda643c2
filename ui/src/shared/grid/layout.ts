/** Where columns, header cells and rows lie, in CSS pixels. Pure. */
import type { GridColumn } from './types'

export interface ColumnBox {
  col: number
  left: number
  width: number
}

export interface ColumnLayout {
  boxes: ColumnBox[]
  /** Number of leading frozen columns. */
  frozen: number
  frozenWidth: number
  width: number
}

export function layColumns(columns: readonly GridColumn[], widths: ReadonlyMap<string, number>): ColumnLayout {
  let left = 0
  const boxes = columns.map((column, col) => {
    const width = widths.get(column.id) ?? column.width
    const box = { col, left, width }
    left += width
    return box
  })
  const firstLoose = columns.findIndex((column) => !column.frozen)
  const frozen = firstLoose < 0 ? columns.length : firstLoose
  const frozenWidth = boxes[frozen]?.left ?? left
  return { boxes, frozen, frozenWidth, width: left }
}

/** The loose columns that touch the view, one more on each side. Inclusive; to < from when there are none. */
export function visibleColumns(layout: ColumnLayout, scrollLeft: number, viewWidth: number): { from: number; to: number } {
  const start = layout.frozenWidth + scrollLeft
  const end = scrollLeft + viewWidth
  let from = layout.frozen
  while (from < layout.boxes.length - 1 && rightOf(layout, from) <= start) from += 1
  let to = from
  while (to < layout.boxes.length - 1 && rightOf(layout, to) < end) to += 1
  return { from: Math.max(layout.frozen, from - 1), to: Math.min(layout.boxes.length - 1, to + 1) }
}

function rightOf(layout: ColumnLayout, col: number): number {
  const box = layout.boxes[col]
  return box ? box.left + box.width : layout.width
}

/** One header cell: spans columns `col..col+span` and levels `level..level+depth`. */
export interface HeaderCell {
  title: string
  level: number
  depth: number
  col: number
  span: number
  /** Index of the column when this is its own title, undefined for a group. */
  column: number | undefined
}

export interface HeaderLayout {
  levels: number
  cells: HeaderCell[]
}

/** Joins neighbours under the same group path; a group never crosses the edge of the frozen block. */
export function layHeader(columns: readonly GridColumn[], frozen: number): HeaderLayout {
  const levels = 1 + Math.max(0, ...columns.map((column) => column.groups.length))
  const cells: HeaderCell[] = []
  columns.forEach((column, col) => {
    column.groups.forEach((title, level) => {
      const open = [...cells].reverse().find((cell) => cell.level === level && cell.column === undefined)
      const joins = open && open.col + open.span === col && col !== frozen && samePath(columns[col - 1], column, level)
      if (joins) open.span += 1
      else cells.push({ title, level, depth: 1, col, span: 1, column: undefined })
    })
    const level = column.groups.length
    cells.push({ title: column.title, level, depth: levels - level, col, span: 1, column: col })
  })
  return { levels, cells }
}

function samePath(before: GridColumn | undefined, column: GridColumn, level: number): boolean {
  return before !== undefined && column.groups.slice(0, level + 1).every((title, index) => before.groups[index] === title)
}

/** Web views lose precision beyond about 33 million pixels; longer sheets scroll in scale. */
export const TALLEST = 24_000_000

export interface RowWindow {
  /** First and last row to draw, inclusive; last < first when there are none. */
  first: number
  last: number
  /** Pixels between the top of row 0 in the full sheet and its drawn place; 0 unless the sheet is scaled. */
  shift: number
}

export interface RowMetrics {
  rows: number
  rowHeight: number
  viewHeight: number
}

export function sheetHeight(metrics: RowMetrics): number {
  return Math.min(metrics.rows * metrics.rowHeight, TALLEST)
}

/** How much of the full sheet one drawn pixel of scrolling stands for; 1 unless the sheet is scaled. */
export function scrollScale(metrics: RowMetrics): number {
  const full = metrics.rows * metrics.rowHeight
  if (full <= TALLEST) return 1
  return (full - metrics.viewHeight) / (TALLEST - metrics.viewHeight)
}

/** Rows to draw at a scroll place, `overscan` more on each side. */
export function visibleRows(metrics: RowMetrics, scrollTop: number, overscan: number): RowWindow {
  const place = scrollTop * scrollScale(metrics)
  const first = Math.max(0, Math.floor(place / metrics.rowHeight) - overscan)
  const last = Math.min(metrics.rows - 1, Math.ceil((place + metrics.viewHeight) / metrics.rowHeight) + overscan)
  return { first, last, shift: place - scrollTop }
}

/** The nearest scroll place at which a row is wholly seen. */
export function scrollTopFor(metrics: RowMetrics, scrollTop: number, row: number): number {
  const scale = scrollScale(metrics)
  const place = scrollTop * scale
  const top = row * metrics.rowHeight
  if (top < place) return top / scale
  const bottom = top + metrics.rowHeight
  if (bottom > place + metrics.viewHeight) return (bottom - metrics.viewHeight) / scale
  return scrollTop
}

/** The nearest scroll place at which a loose column is wholly seen beside the frozen block. */
export function scrollLeftFor(layout: ColumnLayout, scrollLeft: number, viewWidth: number, col: number): number {
  const box = layout.boxes[col]
  if (!box || col < layout.frozen) return scrollLeft
  if (box.left - layout.frozenWidth < scrollLeft) return box.left - layout.frozenWidth
  if (box.left + box.width > scrollLeft + viewWidth) {
    return Math.min(box.left + box.width - viewWidth, box.left - layout.frozenWidth)
  }
  return scrollLeft
}

/** Mean widths of wide (Chinese) and narrow signs at the size of table text. */
const WIDE = 13
const NARROW = 7.2
const CELL_PADDING = 17

/** What of a text a cell shows, and whether the style sheet must clamp it. */
export interface CellWords {
  text: string
  clamped: boolean
}

/**
 * Measures by counting: text that surely fits is drawn plainly (clamping every cell costs a third of a frame), longer
 * text is cut a little beyond what can be seen, so that no web view lays out whole paragraphs; the exact cut and its
 * ellipsis are left to the style sheet.
 */
export function fitText(text: string, width: number, lines: number): CellWords {
  const room = Math.max(WIDE, width - CELL_PADDING)
  if (text.length * WIDE <= room && !text.includes('\n')) return { text, clamped: false }
  let line = 0
  let used = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const advance = code < 0x2000 ? NARROW : WIDE
    used += advance
    if (code === 10) used = room + 1
    if (used <= room) continue
    line += 1
    used = code === 10 ? 0 : advance
    if (line > lines) return { text: `${text.slice(0, at)}…`, clamped: true }
  }
  // A word that moves to the next line whole may need one line more than counted.
  return { text, clamped: line >= lines || (line === lines - 1 && used > room * 0.8) }
}

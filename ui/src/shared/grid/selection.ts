/** Arithmetic of selections: pure, no DOM. */
import type { CellPlace, CellRange, GridSelection } from './types'

/** How far the sheet reaches; both counts are at least 1 where a selection exists. */
export interface Extent {
  rows: number
  cols: number
}

export function atCell(row: number, col: number): GridSelection {
  return { active: { row, col }, anchor: { row, col }, head: { row, col } }
}

export function rangeOf(selection: GridSelection): CellRange {
  const { anchor, head } = selection
  return {
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.col, head.col),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.col, head.col),
  }
}

export function isSingle(range: CellRange): boolean {
  return range.top === range.bottom && range.left === range.right
}

export function holds(range: CellRange, place: CellPlace): boolean {
  return place.row >= range.top && place.row <= range.bottom && place.col >= range.left && place.col <= range.right
}

const clamp = (value: number, max: number) => Math.max(0, Math.min(value, max))

export function inside(place: CellPlace, extent: Extent): CellPlace {
  return { row: clamp(place.row, extent.rows - 1), col: clamp(place.col, extent.cols - 1) }
}

/** Brings a selection back into a sheet that became smaller. */
export function clampSelection(selection: GridSelection, extent: Extent): GridSelection {
  return {
    active: inside(selection.active, extent),
    anchor: inside(selection.anchor, extent),
    head: inside(selection.head, extent),
  }
}

export function extendTo(selection: GridSelection, place: CellPlace): GridSelection {
  return { ...selection, active: selection.anchor, head: place }
}

export function rowsSelection(from: number, to: number, extent: Extent): GridSelection {
  return { active: { row: from, col: 0 }, anchor: { row: from, col: 0 }, head: { row: to, col: extent.cols - 1 } }
}

export function colsSelection(from: number, to: number, extent: Extent): GridSelection {
  return { active: { row: 0, col: from }, anchor: { row: 0, col: from }, head: { row: extent.rows - 1, col: to } }
}

export type Direction = 'up' | 'down' | 'left' | 'right'
const STEP: Record<Direction, CellPlace> = {
  up: { row: -1, col: 0 },
  down: { row: 1, col: 0 },
  left: { row: 0, col: -1 },
  right: { row: 0, col: 1 },
}

export function step(place: CellPlace, direction: Direction, extent: Extent, by = 1): CellPlace {
  const delta = STEP[direction]
  return inside({ row: place.row + delta.row * by, col: place.col + delta.col * by }, extent)
}

/**
 * Ctrl+arrow: to the edge of the filled block, or over the gap to the next filled cell, or to the end.
 * `filled` answers undefined for rows that are not read in; the walk stops there and goes to the end of the sheet.
 */
export function jump(
  place: CellPlace,
  direction: Direction,
  extent: Extent,
  filled: (place: CellPlace) => boolean | undefined,
): CellPlace {
  const end = step(place, direction, extent, Math.max(extent.rows, extent.cols))
  let at = step(place, direction, extent)
  const next = filled(at)
  if (next === undefined) return end
  const within = filled(place) === true && next
  while (at.row !== end.row || at.col !== end.col) {
    const ahead = step(at, direction, extent)
    const state = filled(ahead)
    if (state === undefined) return end
    if (within && !state) return at
    if (!within && filled(at) === true) return at
    at = ahead
  }
  return end
}

/** Enter and Tab: walk inside a range of several cells, row by row (Tab) or column by column (Enter), else step. */
export function walk(selection: GridSelection, direction: Direction, extent: Extent): GridSelection {
  const range = rangeOf(selection)
  if (isSingle(range)) {
    const to = step(selection.active, direction, extent)
    return atCell(to.row, to.col)
  }
  return { ...selection, active: nextInside(range, selection.active, direction) }
}

function nextInside(range: CellRange, place: CellPlace, direction: Direction): CellPlace {
  const height = range.bottom - range.top + 1
  const width = range.right - range.left + 1
  const row = place.row - range.top
  const col = place.col - range.left
  const count = height * width
  const back = direction === 'up' || direction === 'left' ? -1 : 1
  if (direction === 'up' || direction === 'down') {
    const index = (col * height + row + back + count) % count
    return { row: range.top + (index % height), col: range.left + Math.floor(index / height) }
  }
  const index = (row * width + col + back + count) % count
  return { row: range.top + Math.floor(index / width), col: range.left + (index % width) }
}

/** Shapes the grid speaks: columns and rows in, selections and edits out. Knows no template and no backend. */

export type ColumnKind = 'text' | 'number' | 'tick' | 'ticks' | 'date' | 'code' | 'long'

export interface CodeOption {
  code: string
  title: string
}

/** One column. `groups` are the header levels above the title, outermost first. `width` is in CSS pixels. */
export interface GridColumn {
  id: string
  title: string
  groups: readonly string[]
  width: number
  kind: ColumnKind
  /** Only leading columns can be frozen; the first that is not frozen ends the block. */
  frozen?: boolean
  align?: 'start' | 'center' | 'end'
  readonly?: boolean
  required?: boolean
  /** Shown behind the title, for example 万元. */
  unit?: string | null
  options?: readonly CodeOption[]
}

/** One row as a clerk reads it: `cells` line up with the columns. */
export interface GridRow {
  id: string
  cells: readonly string[]
}

export type MarkKind = 'error' | 'warning' | 'changed' | 'waived'

export interface GridMark {
  kind: MarkKind
  message: string
}

/** 0-based place of a cell. */
export interface CellPlace {
  row: number
  col: number
}

/** `anchor` and `head` are opposite corners of the range; `active` is the cell that is typed into, inside the range. */
export interface GridSelection {
  active: CellPlace
  anchor: CellPlace
  head: CellPlace
}

/** Inclusive on all sides. */
export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

export interface CellEdit extends CellPlace {
  text: string
}

export interface GridPaste extends CellPlace {
  rows: string[][]
}

/** What a copy took; `complete` is false when some rows are not read in yet and nothing was copied. */
export interface GridCopy {
  range: CellRange
  cut: boolean
  complete: boolean
}

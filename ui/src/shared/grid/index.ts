/** The only door to the grid. */
export { default as DataGrid } from './DataGrid.vue'
export { useRowWindow } from './row-window'
export { atCell } from './selection'
export { chosenTitles, isTicked, TICKED, ticksText } from './ticks'
export type {
  CellEdit, CellPlace, CellRange, CodeOption, ColumnKind, GridColumn, GridCopy, GridMark, GridPaste, GridRow, GridSelection, MarkKind,
} from './types'

/** Puts the parts of the grid together: what is seen, selected, edited, copied, and who is told. */
import { computed, watch, type Ref } from 'vue'
import type { CellPlace, CellRange, GridColumn, GridCopy, GridMark, GridPaste, GridRow, GridSelection } from './types'
import { layHeader } from './layout'
import { useAnnouncer } from './use-announcer'
import { useClipboard } from './use-clipboard'
import { useCommands, type GridSignals } from './use-commands'
import { useEditor } from './use-editor'
import { usePicker } from './use-picker'
import { usePointer } from './use-pointer'
import { useSelection } from './use-selection'
import { HEADER_LEVEL, useViewport } from './use-viewport'

export interface GridProps {
  columns: readonly GridColumn[]
  rowCount: number
  /** The row, undefined while it is not read in. Read reactively; the same object while nothing changed, else it is drawn anew at each scroll. */
  rowAt: (row: number) => GridRow | undefined
  markAt?: (row: number, col: number) => GridMark | undefined
  /** Shows one empty row at the end; what is typed or pasted there is told as `paste` at row `rowCount`. */
  appendable?: boolean
  /** No cell can be written. */
  readonly?: boolean
  /** Name of the table, for screen readers. */
  label: string
  /** Today as ISO date, for Ctrl+; */
  today?: () => string
}

export interface AllSignals extends GridSignals {
  paste: (paste: GridPaste) => void
  copy: (copy: GridCopy) => void
  requestRows: (from: number, to: number) => void
}

function isoToday(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export interface GridParts {
  props: GridProps
  model: Ref<GridSelection | null | undefined>
  scroller: Readonly<Ref<HTMLElement | null>>
  box: Readonly<Ref<HTMLTextAreaElement | null>>
}

export function useGrid({ props, model, scroller, box }: GridParts, signals: AllSignals) {
  const rows = computed(() => props.rowCount + (props.appendable && !props.readonly ? 1 : 0))
  const columns = computed(() => props.columns)
  const column = (col: number) => columns.value[col]
  const rowAt = (row: number) => (row < props.rowCount ? props.rowAt(row) : undefined)
  const textOf = (place: CellPlace) => rowAt(place.row)?.cells[place.col] ?? ''
  const writable = (col: number) => !props.readonly && column(col)?.readonly !== true

  const levels = computed(() => 1 + Math.max(0, ...columns.value.map((one) => one.groups.length)))
  const viewport = useViewport({ scroller, columns: () => columns.value, rows: () => rows.value, headerHeight: () => levels.value * HEADER_LEVEL })
  const header = computed(() => layHeader(columns.value, viewport.layout.value.frozen))
  const selection = useSelection({
    model,
    extent: () => ({ rows: rows.value, cols: columns.value.length }),
    filled: (place) => (place.row >= props.rowCount ? false : rowAt(place.row) && textOf(place) !== ''),
    pageRows: () => viewport.pageRows.value,
    reveal: viewport.reveal,
  })
  const editor = useEditor({
    box,
    active: () => selection.active.value,
    textOf,
    // A row that is not read in yet cannot be typed over unseen.
    canEdit: (place) => writable(place.col) && (place.row >= props.rowCount || rowAt(place.row) !== undefined),
    reveal: viewport.reveal,
    commit: (place, text) => {
      if (place.row >= props.rowCount) signals.paste({ ...place, rows: [[text]] })
      else signals.edit([{ ...place, text }])
    },
  })
  const picker = usePicker(editor, column)
  const commands = useCommands({
    selection, editor, picker, rowAt,
    box: () => box.value,
    column: (col) => { const found = column(col); return found && { ...found, readonly: !writable(col) } },
    rowCount: () => props.rowCount,
    today: () => (props.today ?? isoToday)(),
    signals,
  })
  const markAt = (place: CellPlace) => (place.row < props.rowCount ? props.markAt?.(place.row, place.col) : undefined)
  const announcer = useAnnouncer({ active: () => selection.active.value, column, rowAt, markAt, rowCount: () => props.rowCount })
  const existing = computed<CellRange | undefined>(() => {
    const range = selection.range.value
    return range && range.top < props.rowCount ? { ...range, bottom: Math.min(range.bottom, props.rowCount - 1) } : undefined
  })
  const clipboard = useClipboard({
    range: () => existing.value,
    pasteAt: () => (props.readonly ? undefined : selection.range.value),
    rowAt,
    editing: () => editor.editing.value !== null,
    paste: signals.paste,
    copied: signals.copy,
    clear: commands.clear,
  })
  const pointer = usePointer({ viewport, selection, editor, toggle: (place) => { commands.toggle(place) } })

  watch(() => [viewport.rowWindow.value.first, Math.min(viewport.rowWindow.value.last, props.rowCount - 1)] as const, ([from, to]) => {
    if (to >= from) signals.requestRows(from, to)
  }, { immediate: true })

  return { rows, levels, viewport, header, selection, editor, picker, commands, announcer, clipboard, pointer, writable }
}

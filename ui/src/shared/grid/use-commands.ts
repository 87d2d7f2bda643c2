/** What the keys do besides moving: edits over a range, and what is handed to the owner of the grid. */
import type { CellEdit, CellPlace, CellRange, GridColumn, GridRow } from './types'
import { commandOf, editorCommandOf, type EditorCommand, type GridCommand } from './keys'
import { isSingle } from './selection'
import { isTicked, TICKED } from './ticks'
import { rangeTexts, readyForCopy } from './use-clipboard'
import type { Editor } from './use-editor'
import type { Picker } from './use-picker'
import type { Selection } from './use-selection'

/** What the owner of the grid is told. */
export interface GridSignals {
  edit: (edits: CellEdit[]) => void
  insertRow: (row: number, count: number) => void
  deleteRows: (from: number, to: number) => void
  undo: () => void
  redo: () => void
  nextFinding: (direction: 1 | -1) => void
  quickFix: (place: CellPlace) => void
  find: (replace: boolean) => void
}

export interface CommandInput {
  selection: Selection
  editor: Editor
  picker: Picker
  box: () => HTMLTextAreaElement | null
  column: (col: number) => GridColumn | undefined
  rowAt: (row: number) => GridRow | undefined
  /** Rows that exist; the empty row for new entries is not one of them. */
  rowCount: () => number
  today: () => string
  signals: GridSignals
}

export function useCommands(input: CommandInput) {
  const { selection, editor, picker, signals } = input

  function emitEdits(edits: CellEdit[]): void {
    if (edits.length > 0) signals.edit(edits)
  }

  /** Edits that put `text(row, col)` into every cell that can be written and does not hold it yet. */
  function editsOver(range: CellRange, text: (row: number, col: number) => string | undefined): CellEdit[] {
    const edits: CellEdit[] = []
    for (let row = range.top; row <= Math.min(range.bottom, input.rowCount() - 1); row += 1) {
      const cells = input.rowAt(row)?.cells
      for (let col = range.left; col <= range.right; col += 1) {
        const next = text(row, col)
        if (next === undefined || input.column(col)?.readonly || cells?.[col] === next) continue
        edits.push({ row, col, text: next })
      }
    }
    return edits
  }

  function clear(range: CellRange): void {
    emitEdits(editsOver(range, () => ''))
  }

  /** Ctrl+D: the first row of the range goes down over it; with one row, the row above comes down. */
  function fillDown(range: CellRange): void {
    const source = range.top === range.bottom ? range.top - 1 : range.top
    const first = source < 0 ? undefined : rangeTexts({ ...range, top: source, bottom: source }, input.rowAt)?.[0]
    if (first) emitEdits(editsOver({ ...range, top: source + 1 }, (_row, col) => first[col - range.left]))
  }

  function fillWith(range: CellRange, text: string | undefined): void {
    if (text !== undefined) emitEdits(editsOver(range, () => text))
  }

  function toggle(place: CellPlace): boolean {
    const column = input.column(place.col)
    if (column?.kind === 'ticks') {
      editor.beginWithText()
      return true
    }
    if (column?.kind !== 'tick') return false
    const on = isTicked(input.rowAt(place.row)?.cells[place.col] ?? '')
    fillWith(selection.range.value ?? { top: place.row, bottom: place.row, left: place.col, right: place.col }, on ? '' : TICKED)
    return true
  }

  type Act = (range: CellRange, active: CellPlace) => boolean
  const done = (act: () => void) => {
    act()
    return true
  }
  const acts: Partial<Record<GridCommand['do'], Act>> = {
    edit: () => done(editor.beginWithText),
    choose: () => done(editor.beginWithText),
    toggle: (_range, active) => toggle(active),
    clear: (range) => done(() => { clear(range) }),
    fillDown: (range) => done(() => { fillDown(range) }),
    fillSame: (range, active) => done(() => { fillWith(range, input.rowAt(active.row)?.cells[active.col]) }),
    today: (range, active) => done(() => { fillWith(isSingle(range) ? range : { top: active.row, bottom: active.row, left: active.col, right: active.col }, input.today()) }),
    undo: () => done(signals.undo),
    redo: () => done(signals.redo),
    quickFix: (_range, active) => done(() => { signals.quickFix(active) }),
    insertRow: (range) => done(() => { signals.insertRow(range.top, range.bottom - range.top + 1) }),
    deleteRows: (range) => done(() => { if (range.top < input.rowCount()) signals.deleteRows(range.top, Math.min(range.bottom, input.rowCount() - 1)) }),
    cancel: (_range, active) => done(() => { selection.select(active) }),
  }

  /** True when the stroke is used up and the text box must not see it. */
  function carryOut(command: GridCommand): boolean {
    if (command.do === 'nextFinding') return done(() => { signals.nextFinding(command.direction) })
    if (command.do === 'find') return done(() => { signals.find(command.replace) })
    if (command.do === 'copyReady') {
      const box = input.box()
      if (box) readyForCopy(box)
      return false
    }
    if (selection.move(command)) return true
    const { range, active } = selection
    if (!range.value || !active.value) return false
    return acts[command.do]?.(range.value, active.value) ?? false
  }

  function finishEdit(command: EditorCommand): void {
    if (command.do === 'cancel') editor.cancel()
    else if (command.do === 'newline') editor.insertNewline()
    else if (command.do === 'commitSame') {
      const text = editor.commit()
      if (selection.range.value) fillWith(selection.range.value, text)
    } else {
      editor.commit()
      if (command.do === 'commitJump') selection.move(command.stroke)
      else if (command.then) selection.walkOn(command.then)
    }
  }

  function onKeydown(event: KeyboardEvent): void {
    const open = editor.editing.value
    if (open) {
      if (picker.onKeydown(event)) {
        event.preventDefault()
        return
      }
      const command = editorCommandOf(event, open.typedOver)
      if (!command) return
      event.preventDefault()
      event.stopPropagation()
      finishEdit(command)
      return
    }
    const command = commandOf(event)
    if (!command || !carryOut(command)) return
    event.preventDefault()
    event.stopPropagation()
  }

  return { onKeydown, clear, toggle }
}

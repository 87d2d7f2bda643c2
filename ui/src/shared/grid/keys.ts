/** From a key stroke to what the grid does, as in Excel. Pure: no DOM, no state. */
import type { Direction } from './selection'

export type GridCommand =
  | { do: 'move'; direction: Direction; extend: boolean; jump: boolean }
  | { do: 'page'; direction: 'up' | 'down'; extend: boolean }
  | { do: 'rowEdge'; to: 'start' | 'end'; extend: boolean }
  | { do: 'sheetEdge'; to: 'start' | 'end'; extend: boolean }
  | { do: 'walk'; direction: Direction }
  | { do: 'edit' | 'choose' | 'toggle' | 'clear' | 'copyReady' | 'fillDown' | 'fillSame' | 'today' | 'undo' | 'redo' }
  | { do: 'quickFix' | 'selectAll' | 'selectRow' | 'selectColumn' | 'insertRow' | 'deleteRows' | 'cancel' }
  | { do: 'nextFinding'; direction: 1 | -1 }
  | { do: 'find'; replace: boolean }

/** The part of a KeyboardEvent that decides. */
export interface KeyStroke {
  key: string
  keyCode?: number
  isComposing?: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/**
 * True while the stroke belongs to an input method: some report isComposing, some keyCode 229 before
 * compositionstart, some the key "Process". Such a stroke is never a command and never prevented.
 */
export function ofInputMethod(stroke: KeyStroke): boolean {
  return stroke.isComposing === true || stroke.keyCode === 229 || stroke.key === 'Process' || stroke.key === 'Unidentified'
}

const ARROWS: Partial<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

const WITH_CTRL: Partial<Record<string, GridCommand>> = {
  a: { do: 'selectAll' },
  c: { do: 'copyReady' },
  x: { do: 'copyReady' },
  d: { do: 'fillDown' },
  z: { do: 'undo' },
  y: { do: 'redo' },
  f: { do: 'find', replace: false },
  h: { do: 'find', replace: true },
  ';': { do: 'today' },
  '\uff1b': { do: 'today' },
  '.': { do: 'quickFix' },
  '。': { do: 'quickFix' },
  Enter: { do: 'fillSame' },
  ' ': { do: 'selectColumn' },
  '-': { do: 'deleteRows' },
  '=': { do: 'insertRow' },
  '+': { do: 'insertRow' },
}

const PLAIN: Partial<Record<string, GridCommand>> = {
  F2: { do: 'edit' },
  F8: { do: 'nextFinding', direction: 1 },
  Delete: { do: 'clear' },
  Backspace: { do: 'clear' },
  Escape: { do: 'cancel' },
  Enter: { do: 'walk', direction: 'down' },
  Tab: { do: 'walk', direction: 'right' },
  ' ': { do: 'toggle' },
}

const WITH_SHIFT: Partial<Record<string, GridCommand>> = {
  F8: { do: 'nextFinding', direction: -1 },
  Enter: { do: 'walk', direction: 'up' },
  Tab: { do: 'walk', direction: 'left' },
  ' ': { do: 'selectRow' },
}

function movement(stroke: KeyStroke, ctrl: boolean): GridCommand | undefined {
  const extend = stroke.shiftKey
  const direction = ARROWS[stroke.key]
  if (direction) return { do: 'move', direction, extend, jump: ctrl }
  if (stroke.key === 'PageUp' && !ctrl) return { do: 'page', direction: 'up', extend }
  if (stroke.key === 'PageDown' && !ctrl) return { do: 'page', direction: 'down', extend }
  if (stroke.key === 'Home') return { do: ctrl ? 'sheetEdge' : 'rowEdge', to: 'start', extend }
  if (stroke.key === 'End') return { do: ctrl ? 'sheetEdge' : 'rowEdge', to: 'end', extend }
  return undefined
}

/** The command of a stroke while no cell is being edited; undefined leaves the stroke to the text box. */
export function commandOf(stroke: KeyStroke): GridCommand | undefined {
  if (ofInputMethod(stroke)) return undefined
  const ctrl = stroke.ctrlKey || stroke.metaKey
  if (stroke.altKey) return !ctrl && stroke.key === 'ArrowDown' ? { do: 'choose' } : undefined
  const moved = movement(stroke, ctrl)
  if (moved) return moved
  if (ctrl) return WITH_CTRL[stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key]
  return (stroke.shiftKey ? WITH_SHIFT : PLAIN)[stroke.key]
}

export type EditorCommand =
  | { do: 'commit'; then?: Direction }
  | { do: 'commitJump'; stroke: GridCommand }
  | { do: 'commitSame' }
  | { do: 'cancel' }
  | { do: 'newline' }

/**
 * The command of a stroke while a cell is edited. `typedOver` is Excel's enter mode (begun by typing): there the
 * arrows leave the cell; after F2 they move the caret.
 */
export function editorCommandOf(stroke: KeyStroke, typedOver: boolean): EditorCommand | undefined {
  if (ofInputMethod(stroke)) return undefined
  const ctrl = stroke.ctrlKey || stroke.metaKey
  if (stroke.key === 'Escape') return { do: 'cancel' }
  if (stroke.key === 'Enter') {
    if (stroke.altKey) return { do: 'newline' }
    if (ctrl) return { do: 'commitSame' }
    return { do: 'commit', then: stroke.shiftKey ? 'up' : 'down' }
  }
  if (stroke.key === 'Tab') return { do: 'commit', then: stroke.shiftKey ? 'left' : 'right' }
  if (!typedOver || stroke.altKey || stroke.shiftKey) return undefined
  const moved = movement(stroke, ctrl)
  return moved ? { do: 'commitJump', stroke: moved } : undefined
}

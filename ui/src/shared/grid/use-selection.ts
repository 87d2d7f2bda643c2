/** The selection of the grid, kept inside the sheet, and the ways it moves. */
import { computed, shallowRef, watch, type Ref } from 'vue'
import type { CellPlace, GridSelection } from './types'
import type { GridCommand } from './keys'
import { atCell, clampSelection, colsSelection, extendTo, jump, rangeOf, rowsSelection, step, walk, type Direction, type Extent } from './selection'

export interface SelectionInput {
  model: Ref<GridSelection | null | undefined>
  extent: () => Extent
  filled: (place: CellPlace) => boolean | undefined
  pageRows: () => number
  reveal: (place: CellPlace) => void
}

type Movement = Extract<GridCommand, { do: 'move' | 'page' | 'rowEdge' | 'sheetEdge' | 'walk' | 'selectAll' | 'selectRow' | 'selectColumn' }>

export function useSelection(input: SelectionInput) {
  // The owner's value comes back only when it is drawn again; what follows in the same event needs the new place now.
  const own = shallowRef<GridSelection>(input.model.value ?? atCell(0, 0))
  const current = computed<GridSelection | undefined>(() => {
    const extent = input.extent()
    if (extent.rows < 1 || extent.cols < 1) return undefined
    return clampSelection(own.value, extent)
  })
  const range = computed(() => (current.value ? rangeOf(current.value) : undefined))
  const active = computed(() => current.value?.active)

  function set(selection: GridSelection): void {
    own.value = selection
    input.model.value = selection
  }
  function select(place: CellPlace, extend = false): void {
    if (!current.value) return
    set(extend ? extendTo(current.value, place) : atCell(place.row, place.col))
    input.reveal(place)
  }

  function target(from: CellPlace, command: Movement, extent: Extent): CellPlace | undefined {
    switch (command.do) {
      case 'move':
        return command.jump ? jump(from, command.direction, extent, input.filled) : step(from, command.direction, extent)
      case 'page':
        return step(from, command.direction, extent, input.pageRows())
      case 'rowEdge':
        return { row: from.row, col: command.to === 'start' ? 0 : extent.cols - 1 }
      case 'sheetEdge':
        return command.to === 'start' ? { row: 0, col: 0 } : { row: extent.rows - 1, col: extent.cols - 1 }
      default:
        return undefined
    }
  }

  function whole(command: GridCommand, selection: GridSelection, extent: Extent): void {
    const at = rangeOf(selection)
    if (command.do === 'selectAll') set({ ...rowsSelection(0, extent.rows - 1, extent), active: selection.active })
    if (command.do === 'selectRow') set({ ...rowsSelection(at.top, at.bottom, extent), active: selection.active })
    if (command.do === 'selectColumn') set({ ...colsSelection(at.left, at.right, extent), active: selection.active })
  }

  /** Carries out a movement; false when the command is none. */
  function move(command: GridCommand): boolean {
    const selection = current.value
    const extent = input.extent()
    if (!selection || !isMovement(command)) return false
    if (command.do === 'walk') {
      walkOn(command.direction)
      return true
    }
    const extend = 'extend' in command && command.extend
    const to = target(extend ? selection.head : selection.active, command, extent)
    if (to) select(to, extend)
    else whole(command, selection, extent)
    return true
  }

  /** Enter and Tab after an edit or without one. */
  function walkOn(direction: Direction): void {
    if (!current.value) return
    const next = walk(current.value, direction, input.extent())
    set(next)
    input.reveal(next.active)
  }

  function selectRows(from: number, to: number): void {
    set(rowsSelection(from, to, input.extent()))
  }
  function selectColumns(from: number, to: number): void {
    set(colsSelection(from, to, input.extent()))
  }

  watch(input.model, (given) => {
    if (given && !same(given, own.value)) own.value = given
  })
  // The owner sees the same selection as the reader of the grid, also after rows went away.
  watch(current, (now) => {
    if (now && input.model.value && !same(now, input.model.value)) set(now)
  })

  return { current, range, active, select, move, walkOn, selectRows, selectColumns }
}

const MOVEMENTS = new Set<GridCommand['do']>(['move', 'page', 'rowEdge', 'sheetEdge', 'walk', 'selectAll', 'selectRow', 'selectColumn'])
function isMovement(command: GridCommand): command is Movement {
  return MOVEMENTS.has(command.do)
}

function same(a: GridSelection, b: GridSelection): boolean {
  const places: (keyof GridSelection)[] = ['active', 'anchor', 'head']
  return places.every((name) => a[name].row === b[name].row && a[name].col === b[name].col)
}

export type Selection = ReturnType<typeof useSelection>

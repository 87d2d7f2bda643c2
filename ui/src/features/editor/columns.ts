/** From a template's columns to those of the grid. Pure. */
import type { ColumnView } from '../../backend'
import type { ColumnKind, GridColumn } from '../../shared/grid'

const KINDS: Partial<Record<string, ColumnKind>> = {
  markdown: 'long', integer: 'number', decimal: 'number', amount: 'number', date: 'date', tick: 'tick', ticks: 'ticks', code: 'code', codes: 'ticks',
}
/** Pixels of one Chinese character in a cell, and of the cell's padding. */
const CHARACTER = 13
const PADDING = 20
const LEAST = 56
const MOST = 240
/** Frozen columns take at most so many pixels and are at most so many. */
const FROZEN_WIDTH = 380
const FROZEN_COUNT = 3

export function kindOf(kind: string): ColumnKind {
  return KINDS[kind] ?? 'text'
}

/** True for columns whose text is usually longer than one line. */
export function isLong(column: ColumnView): boolean {
  return column.kind === 'markdown' || (column.kind === 'text' && column.width >= 20)
}

function widthOf(column: ColumnView): number {
  const title = column.title.length + (column.unit === null ? 0 : column.unit.length + 1) + (column.required ? 1 : 0)
  return Math.min(MOST, Math.max(LEAST, column.width * CHARACTER + PADDING, title * CHARACTER + PADDING))
}

/** How many leading columns stay in view: through the first that names the entry, if that leaves room for the others. */
function frozenCount(columns: readonly ColumnView[], widths: readonly number[]): number {
  const naming = columns.findIndex((one) => one.required && one.width >= 12 && one.width <= 26)
  let width = 0
  for (let count = 0; count <= naming; count += 1) {
    width += widths[count] ?? 0
    if (width > FROZEN_WIDTH || count >= FROZEN_COUNT) return Math.min(1, columns.length)
  }
  return naming + 1
}

/** `widths` are those a clerk has set, by field. */
export function gridColumns(columns: readonly ColumnView[], widths: Readonly<Record<string, number>> = {}): GridColumn[] {
  const wide = columns.map((one) => widths[one.field] ?? widthOf(one))
  const frozen = frozenCount(columns, wide)
  return columns.map((one, at) => ({
    id: one.field,
    title: one.title,
    groups: one.group === null ? [] : [one.group],
    width: wide[at] ?? LEAST,
    kind: kindOf(one.kind),
    frozen: at < frozen,
    required: one.required,
    unit: one.unit,
    ...(one.options.length > 0 ? { options: one.options } : {}),
    ...(one.field === 'seq_no' ? { align: 'center' as const } : {}),
  }))
}

/** The widths as they were stored; nothing when they cannot be read. */
export function storedWidths(text: string | null | undefined): Record<string, number> {
  if (!text) return {}
  try {
    const stored: unknown = JSON.parse(text)
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(Object.entries(stored).filter((pair): pair is [string, number] => typeof pair[1] === 'number'))
  } catch {
    return {}
  }
}

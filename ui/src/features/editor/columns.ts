/** The columns of a template as the grid wants them. Pure. */
import type { ColumnView } from '@/backend'
import type { ColumnKind, GridColumn } from '@/shared/grid'

const KINDS: Partial<Record<string, ColumnKind>> = {
  markdown: 'long',
  integer: 'number',
  decimal: 'number',
  amount: 'number',
  date: 'date',
  tick: 'tick',
  ticks: 'ticks',
  code: 'code',
}
/** Pixels a Chinese character takes in a cell, and what the cell needs beside it. */
const CHARACTER = 14
const PADDING = 22
const WIDEST = 240
/** Leading columns stay in view while they take no more than this. */
const FROZEN_ROOM = 300

/** Widths chosen by the person go before those of the template. */
export function gridColumns(columns: readonly ColumnView[], widths: Readonly<Record<string, number>> = {}): GridColumn[] {
  let room = FROZEN_ROOM
  let freezing = true
  return columns.map((column) => {
    const width = widths[column.field] ?? Math.min(WIDEST, Math.max(column.width, column.title.length) * CHARACTER + PADDING)
    room -= width
    freezing &&= room >= 0
    const kind = KINDS[column.kind] ?? 'text'
    return {
      id: column.field,
      title: column.title,
      groups: column.group === null ? [] : [column.group],
      width,
      kind,
      frozen: freezing,
      align: kind === 'number' ? 'end' : kind === 'tick' ? 'center' : 'start',
      required: column.required,
      unit: column.unit,
      options: column.options,
    }
  })
}

/** Fields in the groups of the header, for the form; fields without a group stand under no heading. */
export function grouped(columns: readonly ColumnView[]): { group: string | null; columns: ColumnView[] }[] {
  const groups: { group: string | null; columns: ColumnView[] }[] = []
  for (const column of columns) {
    const last = groups.at(-1)
    if (last && last.group === column.group) last.columns.push(column)
    else groups.push({ group: column.group, columns: [column] })
  }
  return groups
}

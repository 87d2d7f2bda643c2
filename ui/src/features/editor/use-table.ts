/** The rows of one catalogue as the grid draws them, and what its events write. */
import { onScopeDispose, ref, type Ref } from 'vue'
import { useBackend, type Changed, type ColumnView, type Mark, type RowView } from '@/backend'
import { useRowWindow, type CellEdit, type GridMark, type GridPaste, type GridRow } from '@/shared/grid'
import { useErrors, useWrites } from '@/shared/work'

interface TableRow extends GridRow {
  marks: ReadonlyMap<string, Mark>
}

function tableRow(row: RowView): TableRow {
  const marks = new Map<string, Mark>()
  // The weightiest mark of a cell is the one that is drawn.
  for (const mark of row.marks) if (marks.get(mark.field)?.severity !== 'error') marks.set(mark.field, mark)
  return { id: row.entry, cells: row.cells, marks }
}

export function useTable(catalogue: string, columns: Ref<readonly ColumnView[]>) {
  const backend = useBackend()
  const errors = useErrors()
  const writes = useWrites()
  const total = ref(0)
  const rows = useRowWindow<TableRow>({
    fetch: async (from, count) => {
      const answer = await backend.call('rows', { catalogue, from, count })
      total.value = answer.total
      return answer.rows.map(tableRow)
    },
    failed: errors.show,
  })

  async function refresh(): Promise<void> {
    rows.refresh()
    const answer = await writes.attempt(() => backend.call('rows', { catalogue, from: 0, count: 0 }))
    if (answer) total.value = answer.total
  }

  function onChanged(changed: Changed): void {
    if (changed.catalogues.includes(catalogue)) void refresh()
  }
  onScopeDispose(backend.onChanged(onChanged))

  function markAt(row: number, col: number): GridMark | undefined {
    const field = columns.value[col]?.field
    const mark = field === undefined ? undefined : rows.rowAt(row)?.marks.get(field)
    return mark && { kind: mark.severity === 'error' ? 'error' : 'warning', message: mark.message }
  }

  function fieldAt(col: number): string {
    return columns.value[col]?.field ?? ''
  }

  async function edit(edits: readonly CellEdit[]): Promise<void> {
    const wanted = edits.flatMap(({ row, col, text }) => {
      const entry = rows.rowAt(row)?.id
      return entry === undefined ? [] : [{ entry, field: fieldAt(col), text }]
    })
    if (wanted.length > 0) await writes.attempt(() => backend.call('cells_edit', { catalogue, edits: wanted }))
  }

  async function paste(paste: GridPaste): Promise<void> {
    const entry = paste.row < total.value ? (rows.rowAt(paste.row)?.id ?? null) : null
    await writes.attempt(() => backend.call('cells_paste', { catalogue, entry, field: fieldAt(paste.col), rows: paste.rows }))
  }

  async function insert(row: number, count: number): Promise<void> {
    const after = row > 0 ? (rows.rowAt(row - 1)?.id ?? null) : null
    await writes.attempt(() => backend.call('entry_insert', { catalogue, after, count }))
  }

  async function remove(from: number, to: number): Promise<void> {
    const changed = await writes.attempt(async () => {
      const answer = await backend.call('rows', { catalogue, from, count: to - from + 1 })
      return backend.call('entry_delete', { catalogue, entries: answer.rows.map((row) => row.entry) })
    })
    if (changed) writes.say(changed)
  }

  return { rows, total, markAt, edit, paste, insert, remove, refresh }
}

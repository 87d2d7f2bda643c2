/** What the grid and the form write, one after the other so that nothing overtakes. */
import type { Ref } from 'vue'
import { useBackend, type ColumnView } from '../../backend'
import type { CellEdit, GridPaste } from '../../shared/grid'
import { useWrite } from '../common'
import type { Rows } from './use-rows'

export function useEdits(catalogue: Ref<string>, columns: Ref<readonly ColumnView[]>, rows: Rows) {
  const backend = useBackend()
  const { attempt, tell, undo, redo } = useWrite()
  let before: Promise<unknown> = Promise.resolve()
  /** Runs when every earlier write is done. A failed write is said and the rows are shown as they are stored. */
  function inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    const mine = before.then(() => attempt(work)).then((result) => {
      if (result === undefined) rows.refresh()
      return result
    })
    before = mine
    return mine
  }
  const fieldOf = (col: number) => columns.value[col]?.field ?? ''

  function edit(edits: readonly CellEdit[]): Promise<unknown> {
    const known = edits.flatMap(({ row, col, text }) => {
      const entry = rows.rowAt(row)?.id
      return entry === undefined ? [] : [{ entry, field: fieldOf(col), text }]
    })
    if (known.length === 0) return Promise.resolve()
    return inTurn(() => backend.call('cells_edit', { catalogue: catalogue.value, edits: known }))
  }
  function write(entry: string, field: string, text: string): Promise<unknown> {
    return inTurn(() => backend.call('cells_edit', { catalogue: catalogue.value, edits: [{ entry, field, text }] }))
  }
  function paste({ row, col, rows: texts }: GridPaste): Promise<unknown> {
    return inTurn(() => backend.call('cells_paste', { catalogue: catalogue.value, entry: rows.rowAt(row)?.id ?? null, field: fieldOf(col), rows: texts }))
  }
  function insert(row: number, count: number): Promise<unknown> {
    const after = row > 0 ? (rows.rowAt(row - 1)?.id ?? null) : null
    return inTurn(() => backend.call('entry_insert', { catalogue: catalogue.value, after, count }))
  }
  async function remove(from: number, to: number): Promise<void> {
    tell(await inTurn(async () => backend.call('entry_delete', { catalogue: catalogue.value, entries: await rows.idsOf(from, to) })))
  }
  return { edit, write, paste, insert, remove, undo: () => inTurn(undo), redo: () => inTurn(redo) }
}

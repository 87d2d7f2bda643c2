/** The rows of one catalogue as the grid comes to need them, read again when something changed them. */
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { useBackend, type ColumnView, type Mark, type RowView } from '../../backend'
import { useRowWindow, type GridMark } from '../../shared/grid'
import { useNotices } from '../common'

export interface EntryRow { id: string; cells: readonly string[]; marks: readonly Mark[] }
const asRow = (row: RowView): EntryRow => ({ id: row.entry, cells: row.cells, marks: row.marks })

export function useRows(catalogue: Ref<string>, columns: Ref<readonly ColumnView[]>) {
  const backend = useBackend()
  const notices = useNotices()
  const total = ref(0)
  const read = ref(false)
  const source = useRowWindow<EntryRow>({
    fetch: async (from, count) => {
      const asked = catalogue.value
      const view = await backend.call('rows', { catalogue: asked, from, count })
      if (asked === catalogue.value) {
        total.value = view.total
        read.value = true
      }
      return view.rows.map(asRow)
    },
    failed: (problem) => { notices.failed(problem) },
  })
  watch(catalogue, () => {
    source.clear()
    total.value = 0
    read.value = false
    source.request(0, 0)
  }, { immediate: true })
  onScopeDispose(backend.onChanged((changed) => { if (changed.catalogues.includes(catalogue.value)) source.refresh() }))

  const columnOf = computed(() => new Map(columns.value.map((one, col) => [one.field, col])))
  function markAt(row: number, col: number): GridMark | undefined {
    const marks = source.rowAt(row)?.marks.filter((one) => one.severity !== 'hint' && columnOf.value.get(one.field) === col)
    const worst = marks?.find((one) => one.severity === 'error') ?? marks?.[0]
    return worst && { kind: worst.severity === 'error' ? 'error' : 'warning', message: worst.message }
  }
  /** Ids of the entries `from..=to`, also of those that are not in view. */
  async function idsOf(from: number, to: number): Promise<string[]> {
    const view = await backend.call('rows', { catalogue: catalogue.value, from, count: to - from + 1 })
    return view.rows.map((row) => row.entry)
  }
  return { total, read, rowAt: source.rowAt, request: source.request, refresh: source.refresh, markAt, columnOf, idsOf }
}
export type Rows = ReturnType<typeof useRows>

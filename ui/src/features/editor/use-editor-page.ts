/** The editor of one catalogue: what is chosen, what is wrong, what is written. */
import { useQueryClient } from '@tanstack/vue-query'
import { computed, ref, watch, type Ref } from 'vue'
import type { FindingView } from '../../backend'
import type { CellPlace, DataGrid, GridSelection } from '../../shared/grid'
import { refreshAfter, useJob, useRead, useWrite } from '../common'
import { gridColumns, storedWidths } from './columns'
import { useEdits } from './use-edits'
import { useFind } from './use-find'
import { findingFrom, useFindings } from './use-findings'
import { useRows } from './use-rows'

export type GridHandle = Readonly<Ref<InstanceType<typeof DataGrid> | null>>

export function useEditorPage(catalogue: Ref<string>, grid: GridHandle) {
  const client = useQueryClient()
  const { call } = useWrite()
  const opened = useRead('catalogue_open', () => ({ catalogue: catalogue.value }), { keep: true })
  const library = useRead('library_info', {})
  const columns = computed(() => opened.data.value?.columns ?? [])
  const summary = computed(() => opened.data.value?.summary)
  const widthKey = computed(() => `grid.widths.${summary.value?.templateId ?? ''}`)
  const widths = useRead('setting_get', () => ({ key: widthKey.value }), { enabled: () => summary.value !== undefined })
  const gridCols = computed(() => gridColumns(columns.value, storedWidths(widths.data.value)))
  const rows = useRows(catalogue, columns)
  const edits = useEdits(catalogue, columns, rows)
  const findings = useFindings(catalogue)
  const selection = ref<GridSelection | null | undefined>(null)
  const currentFinding = ref<string | null>(null)
  watch(catalogue, () => { selection.value = null })

  /** Until a cell is chosen the first one is, as in the grid. */
  const active = computed<CellPlace | undefined>(() => selection.value?.active ?? (rows.total.value > 0 ? { row: 0, col: 0 } : undefined))
  const activeRow = computed(() => (active.value ? rows.rowAt(active.value.row) : undefined))
  const activeField = computed(() => (active.value ? columns.value[active.value.col]?.field : undefined))

  function goTo(row: number, col: number): void {
    grid.value?.goTo(row, Math.max(0, col))
    grid.value?.focus()
  }
  function goToFinding(one: FindingView): void {
    currentFinding.value = one.id
    if (one.position !== null) goTo(one.position - 1, rows.columnOf.value.get(one.field ?? '') ?? 0)
  }
  function step(direction: 1 | -1): void {
    const next = findingFrom(findings.shown.value, selection.value?.active ?? { row: -1, col: 0 }, direction, (field) => rows.columnOf.value.get(field ?? '') ?? 0)
    if (next) goToFinding(next)
  }
  async function quickFix({ row, col }: CellPlace): Promise<void> {
    const entry = rows.rowAt(row)?.id
    const own = findings.all.value.find((one) => one.entry === entry && one.fix !== null && one.fix.safety !== 'display_only' && one.fix.field === columns.value[col]?.field)
    if (own) await findings.fix(own)
  }
  async function showEntry(entry: string, field: string | undefined): Promise<void> {
    const view = await call('entry_show', { catalogue: catalogue.value, entry })
    if (view) goTo(view.position - 1, rows.columnOf.value.get(field ?? '') ?? 0)
  }

  const job = useJob('check')
  async function check(): Promise<void> {
    if (!(await job.run((name) => ({ job: name, catalogues: [catalogue.value] })))) return
    rows.refresh()
    await refreshAfter(client, { catalogues: [catalogue.value] })
  }
  async function resize(field: string, width: number): Promise<void> {
    const own = { ...storedWidths(widths.data.value), [field]: Math.round(width) }
    await call('setting_set', { key: widthKey.value, value: JSON.stringify(own) })
  }
  const find = useFind(catalogue, rows.total, () => selection.value?.active, ({ row, col }) => { grid.value?.goTo(row, col) })
  return { opened, library, summary, columns, gridCols, rows, edits, findings, selection, currentFinding, active, activeRow, activeField, goToFinding, step, quickFix, showEntry, job, check, resize, find }
}

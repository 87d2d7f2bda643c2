/** The import wizard's state: the file, what was found, what the person decided. Kept while the window is open. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ImportPreview, ImportRequest, ImportResult, ImportTable } from '@/backend'

export interface Decision {
  sheet: string
  hidden: boolean
  table: ImportTable
  wanted: boolean
  title: string
}

/** Above this the program is sure of the template. */
const SURE = 0.6

export const useIntake = defineStore('intake', () => {
  const path = ref('')
  const preview = ref<ImportPreview | null>(null)
  const decisions = ref<Decision[]>([])
  const office = ref('')
  const result = ref<ImportResult | null>(null)

  function found(answer: ImportPreview, fallback: string): void {
    preview.value = answer
    result.value = null
    decisions.value = answer.sheets.flatMap((sheet) =>
      sheet.tables.map((table) => ({
        sheet: sheet.sheet,
        hidden: sheet.hidden,
        table,
        wanted: !sheet.hidden && table.records > 0 && (table.recognised?.confidence ?? 0) >= SURE,
        title: table.title ?? fallback,
      })),
    )
  }

  /** Another template was chosen for a table. */
  function seenThrough(index: number, table: ImportTable): void {
    const decision = decisions.value[index]
    if (decision) decisions.value[index] = { ...decision, table, wanted: true }
  }

  function setField(index: number, column: string, field: string | null): void {
    const decision = decisions.value[index]
    if (!decision) return
    // A field takes one column: the column that had it gives it up.
    const mapping = decision.table.mapping.map((one) => {
      if (one.column === column) return { ...one, field }
      return field !== null && one.field === field ? { ...one, field: null } : one
    })
    decisions.value[index] = { ...decision, table: { ...decision.table, mapping } }
  }

  const chosen = computed(() => decisions.value.filter((one) => one.wanted && one.table.recognised !== null))
  const ready = computed(() => chosen.value.length > 0 && office.value !== '' && chosen.value.every((one) => one.title.trim() !== ''))

  function request(): ImportRequest {
    const tables = chosen.value.map((one) => ({
      sheet: one.sheet,
      table: one.table.table,
      templateId: one.table.recognised?.templateId ?? '',
      title: one.title.trim(),
      mapping: one.table.mapping.map(({ column, field }) => ({ column, field })),
    }))
    return { file: preview.value?.file ?? '', office: office.value, tables }
  }

  function reset(): void {
    path.value = ''
    preview.value = null
    decisions.value = []
    result.value = null
  }

  return { path, preview, decisions, office, result, found, seenThrough, setField, chosen, ready, request, reset }
})

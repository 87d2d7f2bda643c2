/** The import as it is being decided. Kept while other places are visited; nothing here is stored data. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ImportPreview, ImportRequest, ImportResult, ImportTable } from '../../backend'

/** One table of the file and what was decided about it. */
export interface TableChoice {
  sheet: string
  hidden: boolean
  table: ImportTable
  taken: boolean
  templateId: string
  title: string
  /** Field by column letters; an empty text keeps the column beside the fields. */
  mapping: Record<string, string>
}

export const STEPS = ['file', 'review', 'target', 'result'] as const

export function mappingOf(table: ImportTable): Record<string, string> {
  return Object.fromEntries(table.mapping.map((one) => [one.column, one.field ?? '']))
}

/** A table without a title line is called after its file, and after its sheet too where there are several. */
function nameOf(preview: ImportPreview, sheet: string): string {
  const file = preview.file.split(/[\\/]/u).at(-1) ?? preview.file
  const stem = file.replace(/\.[^.]+$/u, '')
  return preview.sheets.filter((one) => one.tables.length > 0).length > 1 ? `${stem} ${sheet}` : stem
}

/** Every table of a file; those whose template was recognised in a visible sheet are taken. */
export function choicesOf(preview: ImportPreview): TableChoice[] {
  return preview.sheets.flatMap(({ sheet, hidden, tables }) => tables.map((table) => ({
    sheet, hidden, table, taken: table.recognised !== null && !hidden, templateId: table.recognised?.templateId ?? '',
    title: table.title ?? nameOf(preview, sheet), mapping: mappingOf(table),
  })))
}

/** Fields that more than one column would fill. */
export function repeatedFields(mapping: Readonly<Record<string, string>>): string[] {
  const fields = Object.values(mapping).filter((field) => field !== '')
  return [...new Set(fields.filter((field, at) => fields.indexOf(field) !== at))]
}

export function isReady(choice: TableChoice): boolean {
  return choice.templateId !== '' && Object.values(choice.mapping).some((field) => field !== '') && repeatedFields(choice.mapping).length === 0
}

export const useImportDraft = defineStore('import-draft', () => {
  const step = ref(0)
  const path = ref('')
  const office = ref('')
  const preview = ref<ImportPreview | null>(null)
  const choices = ref<TableChoice[]>([])
  const shown = ref(0)
  const result = ref<ImportResult | null>(null)

  const taken = computed(() => choices.value.filter((one) => one.taken))
  const decided = computed(() => taken.value.length > 0 && taken.value.every(isReady))
  const reached = computed(() => (result.value ? 3 : preview.value === null ? 0 : decided.value ? 2 : 1))

  function opened(read: ImportPreview): void {
    preview.value = read
    choices.value = choicesOf(read)
    shown.value = Math.max(0, choices.value.findIndex((one) => one.taken))
    result.value = null
    step.value = 1
  }
  function remapped(at: number, table: ImportTable, templateId: string): void {
    choices.value = choices.value.map((one, own) => (own === at ? { ...one, table, templateId, taken: true, mapping: mappingOf(table) } : one))
  }
  const request = computed<ImportRequest>(() => ({
    file: preview.value?.file ?? path.value,
    office: office.value,
    tables: taken.value.map(({ sheet, table, templateId, title, mapping }) => ({
      sheet, table: table.table, templateId, title: title.trim(),
      mapping: Object.entries(mapping).map(([column, field]) => ({ column, field: field === '' ? null : field })),
    })),
  }))
  function finished(done: ImportResult): void {
    result.value = done
    step.value = 3
  }
  /** For the next file; the office stays. */
  function again(): void {
    step.value = 0
    path.value = ''
    preview.value = null
    choices.value = []
    result.value = null
  }
  return { step, path, office, preview, choices, shown, result, taken, decided, reached, request, opened, remapped, finished, again }
})

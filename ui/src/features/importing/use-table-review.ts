/** One table under review: its template, the fields its columns fill, what is missing. */
import { computed } from 'vue'
import { useRead, useWrite } from '../common'
import { repeatedFields, useImportDraft, type TableChoice } from './use-import'

export function useTableReview(at: () => number, choice: () => TableChoice) {
  const draft = useImportDraft()
  const { call, say: { t } } = useWrite()
  const list = useRead('template_list', {})
  const template = useRead('template_show', () => ({ id: choice().templateId }), { enabled: () => choice().templateId !== '' })
  const columns = computed(() => (choice().templateId === '' ? [] : (template.data.value?.columns ?? [])))

  /** Confidence and reason of the template that is chosen, when the program looked at it. */
  const fit = computed(() => [choice().table.recognised, ...choice().table.alternatives].find((one) => one?.templateId === choice().templateId) ?? null)
  const percent = (confidence: number) => Math.round(confidence * 100)
  const templates = computed(() => {
    const fits = new Map([choice().table.recognised, ...choice().table.alternatives].flatMap((one) => (one ? [[one.templateId, one.confidence] as const] : [])))
    return (list.data.value ?? [])
      .map((one) => ({ value: one.id, title: fits.has(one.id) ? t('import.template_fit', { title: one.title, percent: percent(fits.get(one.id) ?? 0) }) : one.title, fit: fits.get(one.id) ?? 0 }))
      .sort((a, b) => b.fit - a.fit)
  })
  const fields = computed(() => columns.value.map((one) => ({ value: one.field, title: one.group === null ? one.title : t('import.field_in_group', { group: one.group, title: one.title }) })))
  const filled = computed(() => new Set(Object.values(choice().mapping)))
  const repeated = computed(() => repeatedFields(choice().mapping))
  const titleOf = (field: string) => columns.value.find((one) => one.field === field)?.title ?? field
  const missing = computed(() => columns.value.filter((one) => one.required && !filled.value.has(one.field)).map((one) => one.title))

  async function setTemplate(id: string): Promise<void> {
    if (id === '' || id === choice().templateId) return
    const file = draft.preview?.file ?? draft.path
    const table = await call('import_remap', { file, sheet: choice().sheet, table: choice().table.table, template: id })
    if (table) draft.remapped(at(), table, id)
  }
  function setField(column: string, field: string): void {
    const one = draft.choices[at()]
    if (one) one.mapping = { ...one.mapping, [column]: field }
  }
  return { fit, percent, templates, fields, repeated, titleOf, missing, setTemplate, setField }
}

/** The list of catalogues as it is filtered, and what can be done to one of them. */
import { computed, ref } from 'vue'
import type { CatalogueSummary } from '../../backend'
import { useRead, useWrite } from '../common'

/** True when every word of `text` stands in the title, office, template or period. */
export function matches(one: CatalogueSummary, text: string): boolean {
  const all = [one.title, one.office.title, one.templateTitle, one.period].join(' ').toLowerCase()
  return text.toLowerCase().split(/\s+/u).every((word) => all.includes(word))
}

export type State = '' | 'errors' | 'unchecked' | 'unpublished' | 'changed'
const IN_STATE: Record<Exclude<State, ''>, (one: CatalogueSummary) => boolean> = {
  errors: (one) => one.findings.errors > 0,
  unchecked: (one) => one.checkedAt === null,
  unpublished: (one) => one.publishedAt === null,
  changed: (one) => one.changedSincePublication,
}

export function isState(text: string): text is State {
  return text === '' || text in IN_STATE
}

export function useCatalogues() {
  const list = useRead('catalogue_list', {})
  const { call, tell } = useWrite()
  const text = ref('')
  const template = ref('')
  const state = ref<State>('')
  const all = computed(() => list.data.value ?? [])
  const shown = computed(() => all.value.filter((one) =>
    matches(one, text.value.trim()) && (template.value === '' || one.templateId === template.value) && (state.value === '' || IN_STATE[state.value](one))))
  const templates = computed(() => [...new Map(all.value.map((one) => [one.templateId, one.templateTitle]))].map(([value, title]) => ({ value, title })))

  async function remove(one: CatalogueSummary): Promise<void> {
    tell(await call('catalogue_delete', { catalogue: one.id }))
  }
  async function rename(one: CatalogueSummary, title: string): Promise<boolean> {
    const changed = await call('catalogue_rename', { catalogue: one.id, title })
    tell(changed)
    return changed !== undefined
  }
  async function duplicate(one: CatalogueSummary, title: string, period: string): Promise<boolean> {
    const made = await call('catalogue_duplicate', { catalogue: one.id, title, period })
    tell(made?.changed)
    return made !== undefined
  }
  return { list, all, shown, templates, text, template, state, remove, rename, duplicate }
}

/** What is being typed into one field of the form; written when the field is left. */
import { computed, ref, watch } from 'vue'
import type { ColumnView } from '../../backend'
import { chosenTitles, isTicked, TICKED, ticksText } from '../../shared/grid'

export function useFieldDraft(field: () => { column: ColumnView; text: string }, write: (text: string) => void) {
  const draft = ref(field().text)
  // What is stored wins, also over an unfinished draft of a field that changed elsewhere.
  watch(() => field().text, (text) => { draft.value = text })

  const several = computed(() => (field().column.kind === 'ticks' || field().column.kind === 'codes') && field().column.options.length > 0)
  const chosen = computed(() => {
    const { options } = field().column
    const titles = chosenTitles(draft.value, options)
    const unknown = titles.filter((title) => !options.some((one) => one.title === title))
    return [...options.map((one) => one.title), ...unknown].map((title) => ({ title, on: titles.includes(title) }))
  })
  function commit(): void {
    if (draft.value !== field().text) write(draft.value)
  }
  function toggle(title: string): void {
    const titles = chosen.value.filter((one) => (one.title === title ? !one.on : one.on)).map((one) => one.title)
    draft.value = ticksText(titles, field().column.options)
    commit()
  }
  const ticked = computed(() => isTicked(draft.value))
  function tick(): void {
    draft.value = ticked.value ? '' : TICKED
    commit()
  }
  return { draft, several, chosen, ticked, commit, toggle, tick }
}

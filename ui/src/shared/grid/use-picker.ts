/** The list under a cell: one code to choose, or several to tick. Driven by the keys of the one editor. */
import { computed, ref, watch } from 'vue'
import type { CodeOption, GridColumn } from './types'
import type { KeyStroke } from './keys'
import { ofInputMethod } from './keys'
import { chosenTitles, ticksText } from './ticks'
import type { Editor } from './use-editor'

export function usePicker(editor: Editor, columnOf: (col: number) => GridColumn | undefined) {
  const column = computed(() => {
    const place = editor.editing.value?.place
    return place ? columnOf(place.col) : undefined
  })
  const several = computed(() => column.value?.kind === 'ticks')
  const all = computed<readonly CodeOption[]>(() => {
    const kind = column.value?.kind
    return kind === 'code' || kind === 'ticks' ? (column.value?.options ?? []) : []
  })
  /** Typing narrows a list of codes; the text a cell had when it was opened does not. */
  const shown = computed(() => {
    const typed = editor.draft.value.trim().toLowerCase()
    if (several.value || typed === '' || typed === editor.editing.value?.before.trim().toLowerCase()) return all.value
    return all.value.filter((option) => option.title.toLowerCase().includes(typed) || option.code.toLowerCase().startsWith(typed))
  })
  const isOpen = computed(() => shown.value.length > 0)
  const current = ref(-1)
  const chosen = computed(() => chosenTitles(editor.draft.value, all.value))

  watch(
    () => editor.editing.value,
    (editing) => {
      current.value = editing ? all.value.findIndex((option) => option.title === editing.before) : -1
    },
    { flush: 'sync' },
  )
  watch(shown, (list) => {
    if (current.value >= list.length) current.value = -1
  })

  function toggle(option: CodeOption): void {
    const titles = chosen.value
    const next = titles.includes(option.title) ? titles.filter((title) => title !== option.title) : [...titles, option.title]
    editor.setDraft(ticksText(next, all.value))
  }

  function choose(option: CodeOption): void {
    if (several.value) {
      toggle(option)
      return
    }
    editor.setDraft(option.title)
    editor.commit()
  }

  /** True when the list took the stroke. Enter and Tab go on to the editor after the choice is written into it. */
  function onKeydown(stroke: KeyStroke): boolean {
    if (!isOpen.value || ofInputMethod(stroke) || stroke.ctrlKey || stroke.altKey) return false
    if (stroke.key === 'ArrowDown' || stroke.key === 'ArrowUp') {
      const count = shown.value.length
      const from = current.value < 0 && stroke.key === 'ArrowUp' ? 0 : current.value
      current.value = (from + (stroke.key === 'ArrowDown' ? 1 : -1) + count) % count
      return true
    }
    const option = shown.value[current.value]
    if (option && several.value && stroke.key === ' ') {
      toggle(option)
      return true
    }
    if (option && !several.value && (stroke.key === 'Enter' || stroke.key === 'Tab')) editor.setDraft(option.title)
    return false
  }

  return { isOpen, shown, several, current, chosen, choose, onKeydown }
}

export type Picker = ReturnType<typeof usePicker>

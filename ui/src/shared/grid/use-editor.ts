/**
 * The one editor of the grid: a text box that always has the focus and lies over the active cell.
 *
 * While nothing is edited it is empty and unseen, so the first key of an input method composes into it like into any
 * text box and nothing can be lost; it shows itself on `compositionstart` or `input`, whichever comes first. It is
 * emptied when a cell is committed, so nothing can be typed twice.
 */
import { nextTick, ref, shallowRef, watch, type Ref } from 'vue'
import type { CellPlace } from './types'

export interface EditorInput {
  box: Readonly<Ref<HTMLTextAreaElement | null>>
  active: () => CellPlace | undefined
  textOf: (place: CellPlace) => string
  canEdit: (place: CellPlace) => boolean
  /** Brings the cell into view before its editor opens. */
  reveal: (place: CellPlace) => void
  commit: (place: CellPlace, text: string) => void
}

export interface Editing {
  place: CellPlace
  /** Begun by typing over (arrows leave the cell), or by F2 (arrows move the caret). */
  typedOver: boolean
  before: string
}

export function useEditor(input: EditorInput) {
  const editing = shallowRef<Editing | null>(null)
  const draft = ref('')
  let composing = false
  let settling = false

  function begin(typedOver: boolean): boolean {
    const place = input.active()
    if (editing.value || !place || !input.canEdit(place)) return false
    input.reveal(place)
    editing.value = { place, typedOver, before: input.textOf(place) }
    return true
  }

  /** F2: the text as it is, caret at its end. */
  function beginWithText(): void {
    const box = input.box.value
    if (!box || !begin(false) || !editing.value) return
    box.value = editing.value.before
    draft.value = box.value
    box.setSelectionRange(box.value.length, box.value.length)
  }

  function onInput(): void {
    const box = input.box.value
    if (!box) return
    if (!editing.value) {
      if (box.value === '') return
      if (!begin(true)) box.value = ''
    }
    draft.value = box.value
  }

  function onCompositionStart(): void {
    composing = true
    begin(true)
  }

  function onCompositionEnd(): void {
    composing = false
    onInput()
  }

  /** Ends an unfinished composition the way the input method wants it: by taking the focus away for a moment. */
  function settle(): void {
    const box = input.box.value
    if (!box || !composing) return
    settling = true
    box.blur()
    box.focus({ preventScroll: true })
    settling = false
    composing = false
  }

  function close(): string {
    settle()
    const text = input.box.value?.value ?? ''
    if (input.box.value) input.box.value.value = ''
    draft.value = ''
    editing.value = null
    return text
  }

  /** Writes the text to its cell when it changed. Returns the text, undefined when nothing was edited. */
  function commit(): string | undefined {
    const open = editing.value
    if (!open) return undefined
    const text = close()
    if (text !== open.before) input.commit(open.place, text)
    return text
  }

  function cancel(): void {
    if (editing.value) close()
  }

  /** Puts a chosen text into the editor, for lists. */
  function setDraft(text: string): void {
    if (input.box.value) input.box.value.value = text
    draft.value = text
  }

  function insertNewline(): void {
    const box = input.box.value
    if (!box) return
    box.setRangeText('\n', box.selectionStart, box.selectionEnd, 'end')
    draft.value = box.value
  }

  /** Leaving the grid keeps what was typed; leaving the whole window (a candidate list, Alt+Tab) changes nothing. */
  function onBlur(): void {
    if (settling || document.activeElement === input.box.value) return
    commit()
  }

  /** The box grows with its text up to the bound of the style sheet; not every web view does that by itself. */
  function fit(): void {
    const box = input.box.value
    if (!box) return
    box.style.height = ''
    if (editing.value) box.style.height = `${String(box.scrollHeight)}px`
  }
  watch([draft, editing], fit, { flush: 'post' })

  async function focus(): Promise<void> {
    await nextTick()
    input.box.value?.focus({ preventScroll: true })
  }

  return { editing, draft, beginWithText, onInput, onCompositionStart, onCompositionEnd, commit, cancel, setDraft, insertNewline, onBlur, focus }
}

export type Editor = ReturnType<typeof useEditor>

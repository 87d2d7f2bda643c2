/** What a screen reader hears when the active cell moves: title, row, text, finding. */
import { computed, onBeforeUnmount, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CellPlace, GridColumn, GridMark, GridRow } from './types'

/** Fast moves are spoken once, where they end. */
const PAUSE = 150

export interface AnnouncerInput {
  active: () => CellPlace | undefined
  column: (col: number) => GridColumn | undefined
  rowAt: (row: number) => GridRow | undefined
  markAt: (place: CellPlace) => GridMark | undefined
  rowCount: () => number
}

export function useAnnouncer(input: AnnouncerInput) {
  const { t } = useI18n()
  const spoken = ref('')
  let timer = 0

  const label = computed(() => {
    const place = input.active()
    if (!place) return t('grid.empty_cell_label')
    const column = input.column(place.col)?.title ?? ''
    if (place.row >= input.rowCount()) return t('grid.new_row_cell', { column })
    const text = input.rowAt(place.row)?.cells[place.col] ?? ''
    const cell = t('grid.cell', { column, row: place.row + 1, text: text === '' ? t('grid.blank') : text })
    const mark = input.markAt(place)
    return mark ? t('grid.cell_with_mark', { cell, mark: t(`grid.mark_${mark.kind}`), message: mark.message }) : cell
  })

  watch(label, (now) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      spoken.value = now
    }, PAUSE)
  })
  onBeforeUnmount(() => { window.clearTimeout(timer) })

  /** Says something at once, for example why nothing was copied. */
  function say(text: string): void {
    window.clearTimeout(timer)
    spoken.value = text
  }

  return { label, spoken, say }
}

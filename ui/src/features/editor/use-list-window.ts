/** Draws only the lines of a long list that are near the view. Lines have one height. */
import { computed, ref } from 'vue'

/** Height of a line in pixels, as in FindingLine. */
const LINE = 34
const AROUND = 10
const MOST_IN_VIEW = 60

export function useListWindow(count: () => number) {
  const top = ref(0)
  const from = computed(() => Math.max(0, Math.min(Math.floor(top.value / LINE) - AROUND, count() - MOST_IN_VIEW)))
  const to = computed(() => Math.min(count(), from.value + MOST_IN_VIEW))
  return {
    from,
    to,
    before: computed(() => from.value * LINE),
    after: computed(() => (count() - to.value) * LINE),
    onScroll: (event: Event) => { if (event.target instanceof HTMLElement) top.value = event.target.scrollTop },
  }
}

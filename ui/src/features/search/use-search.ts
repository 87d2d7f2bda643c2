/** Find-as-you-type over entries, catalogues, templates and offices, with the places of the window before them. */
import { computed, ref, watch } from 'vue'
import type { SearchHit } from '../../backend'
import { useRead, useSay } from '../common'

export interface Found { id: string; kind: string; title: string; detail: string; to: string }

const PLACES = [['home', '/'], ['catalogues', '/catalogues'], ['import', '/import'], ['publish', '/publish'], ['templates', '/templates'], ['offices', '/offices']] as const
const MOST = 30
/** Milliseconds without a key after which is looked up. */
const PAUSE = 120

/** Where a hit leads. */
export function wayTo(hit: SearchHit): string {
  if (hit.kind === 'entry' && hit.catalogue !== null) return `/catalogues/${hit.catalogue}?entry=${hit.id}${hit.field === null ? '' : `&field=${hit.field}`}`
  if (hit.kind === 'catalogue') return `/catalogues/${hit.id}`
  if (hit.kind === 'template') return `/templates/${hit.id}`
  return `/offices?code=${hit.id}`
}

export function useSearch() {
  const { t } = useSay()
  const text = ref('')
  const asked = ref('')
  const current = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(text, (typed) => {
    clearTimeout(timer)
    timer = setTimeout(() => { asked.value = typed.trim() }, PAUSE)
  })
  const hits = useRead('search', () => ({ text: asked.value, limit: MOST }), { enabled: () => asked.value !== '', keep: true })
  const found = computed<Found[]>(() => {
    const typed = text.value.trim()
    const places = PLACES.map(([name, to]) => ({ id: name, kind: 'place', title: t(`place.${name}`), detail: '', to })).filter((one) => one.title.includes(typed))
    const own = asked.value === '' || typed === '' ? [] : (hits.data.value ?? []).map((hit) => ({ id: `${hit.kind}-${hit.id}`, kind: hit.kind, title: hit.title, detail: hit.detail, to: wayTo(hit) }))
    return [...places, ...own]
  })
  watch(found, () => { current.value = 0 })
  function move(by: number): void {
    const count = found.value.length
    if (count > 0) current.value = (current.value + by + count) % count
  }
  const searching = computed(() => text.value.trim() !== asked.value || hits.isFetching.value)
  return { text, found, current, move, searching, problem: hits.error }
}

/** The office tree as it is seen: what is open, what a search leaves. */
import { computed, ref, watch } from 'vue'
import type { OfficeNode } from '../../backend'
import { inTreeOrder, useRead } from '../common'

export interface TreeLine { office: OfficeNode; depth: number; children: number; open: boolean }

/** The lines to draw: open branches, or with a search everything found below its ancestors. */
export function linesOf(offices: readonly OfficeNode[], open: ReadonlySet<string>, text: string): TreeLine[] {
  const parentOf = new Map(offices.map((one) => [one.code, one.parent]))
  const children = new Map<string, number>()
  for (const one of offices) if (one.parent !== null) children.set(one.parent, (children.get(one.parent) ?? 0) + 1)
  const kept = new Set<string>()
  if (text !== '') {
    for (const one of offices) {
      if (!one.title.includes(text) && !one.code.includes(text)) continue
      for (let code: string | null | undefined = one.code; code && !kept.has(code); code = parentOf.get(code)) kept.add(code)
    }
  }
  const seen = (code: string | null | undefined): boolean => {
    if (!code || !parentOf.has(code)) return true
    return open.has(code) && seen(parentOf.get(code))
  }
  return inTreeOrder(offices)
    .filter(({ office }) => (text === '' ? seen(office.parent) : kept.has(office.code)))
    .map(({ office, depth }) => ({ office, depth, children: children.get(office.code) ?? 0, open: text !== '' || open.has(office.code) }))
}

export function useOfficeTree(start: () => string | undefined) {
  const list = useRead('office_list', {})
  const text = ref('')
  const open = ref(new Set<string>())
  const all = computed(() => list.data.value ?? [])
  /** Opens the way down to an office. */
  function reveal(code: string | undefined): void {
    const parents = new Map(all.value.map((one) => [one.code, one.parent]))
    const next = new Set(open.value)
    for (let at = code ? parents.get(code) : null; at; at = parents.get(at)) next.add(at)
    open.value = next
  }
  watch([all, start], ([offices, code]) => {
    if (offices.length === 0) return
    if (open.value.size === 0) open.value = new Set(offices.filter((one) => one.parent === null).map((one) => one.code))
    reveal(code)
  }, { immediate: true })
  function toggle(code: string): void {
    const next = new Set(open.value)
    if (!next.delete(code)) next.add(code)
    open.value = next
  }
  return { list, all, text, lines: computed(() => linesOf(all.value, open.value, text.value.trim())), toggle }
}

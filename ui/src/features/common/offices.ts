/** The office tree as a list for a choice, each below its own county. Pure. */
import type { OfficeNode } from '../../backend'
import type { Choice } from './ChoiceField.vue'

/** Every office with its depth, parents before children, in the order given. */
export function inTreeOrder(offices: readonly OfficeNode[]): { office: OfficeNode; depth: number }[] {
  const known = new Set(offices.map((one) => one.code))
  const below = new Map<string, OfficeNode[]>()
  for (const one of offices) {
    const parent = one.parent !== null && known.has(one.parent) ? one.parent : ''
    below.set(parent, [...(below.get(parent) ?? []), one])
  }
  const walk = (parent: string, depth: number): { office: OfficeNode; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((office) => [{ office, depth }, ...walk(office.code, depth + 1)])
  return walk('', 0)
}

export function officeChoices(offices: readonly OfficeNode[]): Choice[] {
  return inTreeOrder(offices).map(({ office, depth }) => ({ value: office.code, title: '　'.repeat(depth) + office.title }))
}

/** The office tree as a flat list with depths, parents before children. Pure. */
import type { OfficeNode } from '@/backend'

export interface OfficeLine {
  office: OfficeNode
  depth: number
}

/** Lines in tree order; an office whose parent is unknown stands at the top level. */
export function treeLines(offices: readonly OfficeNode[]): OfficeLine[] {
  const known = new Set(offices.map((one) => one.code))
  const children = new Map<string | null, OfficeNode[]>()
  for (const office of offices) {
    const parent = office.parent !== null && known.has(office.parent) ? office.parent : null
    children.set(parent, [...(children.get(parent) ?? []), office])
  }
  const lines: OfficeLine[] = []
  const walk = (parent: string | null, depth: number): void => {
    for (const office of children.get(parent) ?? []) {
      lines.push({ office, depth })
      walk(office.code, depth + 1)
    }
  }
  walk(null, 0)
  return lines
}

/** The lines that match, each with those above it, so that one sees where it belongs. */
export function matching(lines: readonly OfficeLine[], text: string): OfficeLine[] {
  const wanted = text.trim()
  if (wanted === '') return [...lines]
  const parents = new Map(lines.map((line) => [line.office.code, line.office.parent]))
  const kept = new Set<string>()
  for (const { office } of lines) {
    if (!office.title.includes(wanted) && !office.code.startsWith(wanted)) continue
    for (let code: string | null | undefined = office.code; code; code = parents.get(code)) kept.add(code)
  }
  return lines.filter((line) => kept.has(line.office.code))
}

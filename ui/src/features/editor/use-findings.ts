/** The findings of the open catalogue: filtered, walked through with F8, corrected. */
import { computed, ref, type Ref } from 'vue'
import type { FindingView, Severity } from '../../backend'
import { useRead, useWrite } from '../common'

type Weight = Severity | ''
function isWeight(text: string): text is Weight {
  return ['', 'error', 'warning', 'hint'].includes(text)
}

const ORDER: Record<Severity, number> = { error: 0, warning: 1, hint: 2 }

/** The first finding behind a place (or before it), round the end; undefined when there is none. */
export function findingFrom(findings: readonly FindingView[], place: { row: number; col: number }, direction: 1 | -1, colOf: (field: string | null) => number): FindingView | undefined {
  const key = (row: number, col: number) => row * 10_000 + col
  const here = key(place.row, place.col)
  const placed = findings.filter((one) => one.position !== null).map((one) => ({ one, at: key((one.position ?? 1) - 1, colOf(one.field)) })).sort((a, b) => a.at - b.at)
  if (direction === 1) return (placed.find(({ at }) => at > here) ?? placed[0])?.one
  return (placed.findLast(({ at }) => at < here) ?? placed.at(-1))?.one
}

export function useFindings(catalogue: Ref<string>) {
  const read = useRead('findings', () => ({ catalogue: catalogue.value }), { keep: true })
  const { call, tell, notices, say: { t } } = useWrite()
  const weight = ref<Weight>('')
  const rule = ref('')
  const all = computed(() => read.data.value ?? [])
  const shown = computed(() => all.value
    .filter((one) => (weight.value === '' || one.severity === weight.value) && (rule.value === '' || one.rule === rule.value))
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || (a.position ?? 0) - (b.position ?? 0)))
  const counts = computed(() => {
    const of = (severity: Severity) => all.value.filter((one) => one.severity === severity).length
    return { errors: of('error'), warnings: of('warning'), hints: of('hint') }
  })
  const rules = computed(() => [...new Set(all.value.map((one) => one.rule))].sort())
  const safe = computed(() => all.value.filter((one) => one.fix?.safety === 'safe').length)

  function filter(by: { weight?: string; rule?: string }): void {
    if (by.weight !== undefined && isWeight(by.weight)) weight.value = by.weight
    if (by.rule !== undefined) rule.value = by.rule
  }
  async function fix(one: FindingView): Promise<void> {
    tell(await call('fix', { findings: [one.id] }))
  }
  async function fixSafe(): Promise<void> {
    const result = await call('fix_safe', { catalogues: [catalogue.value] })
    if (result) notices.done(t('editor.fixed', { fixed: result.fixed }), result.changed.undoable !== null)
  }
  return { all, shown, counts, rules, safe, weight, rule, filter, fix, fixSafe, refetch: read.refetch }
}
export type Findings = ReturnType<typeof useFindings>

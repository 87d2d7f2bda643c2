/** The findings of one catalogue: filtered, stepped through, corrected. */
import { useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { useBackend, type FindingView, type Severity } from '@/backend'
import { keys, useWrites } from '@/shared/work'

export function useFindings(catalogue: string) {
  const backend = useBackend()
  const writes = useWrites()
  const { data } = useQuery({ queryKey: keys.findings(catalogue), queryFn: () => backend.call('findings', { catalogue }) })
  const severity = ref<Severity | ''>('')
  const rule = ref('')

  const all = computed<FindingView[]>(() => data.value ?? [])
  const shown = computed(() => all.value.filter((one) => (severity.value === '' || one.severity === severity.value) && (rule.value === '' || one.rule === rule.value)))
  const rules = computed(() => [...new Set(all.value.map((one) => one.rule))].sort())
  const safe = computed(() => all.value.filter((one) => one.fix?.safety === 'safe').length)
  const count = (wanted: Severity) => all.value.filter((one) => one.severity === wanted).length
  const errors = computed(() => count('error'))
  const warnings = computed(() => count('warning'))

  /** The next finding below or above a row, going round at the ends. */
  function beside(row: number, field: string | undefined, direction: 1 | -1): FindingView | undefined {
    const ordered = shown.value.filter((one) => one.position !== null).sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
    const at = ordered.findIndex((one) => one.position === row + 1 && one.field === field)
    if (at >= 0) return ordered[(at + direction + ordered.length) % ordered.length]
    const below = ordered.find((one) => (one.position ?? 0) > row)
    const above = [...ordered].reverse().find((one) => (one.position ?? 0) <= row)
    return direction === 1 ? (below ?? ordered[0]) : (above ?? ordered.at(-1))
  }

  function at(row: number, field: string | undefined): FindingView | undefined {
    return all.value.find((one) => one.position === row + 1 && one.field === field && one.fix !== null && one.fix.safety !== 'display_only')
  }

  async function fix(finding: FindingView): Promise<void> {
    const changed = await writes.attempt(() => backend.call('fix', { findings: [finding.id] }))
    if (changed) writes.say(changed)
  }

  async function fixSafe(): Promise<void> {
    const result = await writes.attempt(() => backend.call('fix_safe', { catalogues: [catalogue] }))
    if (result) writes.say(result.changed)
  }

  return { all, shown, severity, rule, rules, safe, errors, warnings, beside, at, fix, fixSafe }
}

export type Findings = ReturnType<typeof useFindings>

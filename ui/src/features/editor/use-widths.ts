/** Column widths a person chose, remembered for each template. */
import { ref, watch, type Ref } from 'vue'
import { useBackend } from '@/backend'
import { useWrites } from '@/shared/work'

function widthsIn(text: string | null | undefined): Record<string, number> {
  const parsed: unknown = text ? JSON.parse(text) : {}
  const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : []
  return Object.fromEntries(entries.flatMap(([field, width]) => (typeof width === 'number' ? [[field, width]] : [])))
}

export function useWidths(template: Ref<string | undefined>) {
  const backend = useBackend()
  const writes = useWrites()
  const all = ref<Record<string, number>>({})
  const key = () => `grid.widths.${template.value ?? ''}`

  watch(template, async (id) => {
    if (id !== undefined) all.value = widthsIn(await writes.attempt(() => backend.call('setting_get', { key: key() })))
  }, { immediate: true })

  async function set(field: string, width: number): Promise<void> {
    all.value = { ...all.value, [field]: width }
    await writes.attempt(() => backend.call('setting_set', { key: key(), value: JSON.stringify(all.value) }))
  }

  return { all, set }
}

/** The export as it is being decided. Kept while other places are visited; nothing here is stored data. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ExportRequest, ExportResult } from '../../backend'

export const STEPS = ['catalogues', 'target', 'result'] as const

export const usePublishDraft = defineStore('publish-draft', () => {
  const step = ref(0)
  const chosen = ref<string[]>([])
  const profile = ref('')
  const out = ref('')
  const result = ref<ExportResult | null>(null)
  const reached = computed(() => (result.value ? 2 : chosen.value.length > 0 ? 1 : 0))
  const ready = computed(() => chosen.value.length > 0 && profile.value !== '' && out.value.trim() !== '')
  const request = computed<ExportRequest>(() => ({ profile: profile.value, out: out.value.trim(), catalogues: [...chosen.value] }))

  function finished(done: ExportResult): void {
    result.value = done
    step.value = 2
  }
  /** Another export; profile and place stay. */
  function again(catalogues: string[] = []): void {
    step.value = 0
    chosen.value = catalogues
    result.value = null
  }
  return { step, chosen, profile, out, result, reached, ready, request, finished, again }
})

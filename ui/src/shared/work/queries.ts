/** Reads by name, and which of them a write makes stale: the program's word of what changed is the only reason to read again. */
import { useQueryClient } from '@tanstack/vue-query'
import { onScopeDispose } from 'vue'
import { useBackend, type Changed } from '@/backend'

export const keys = {
  library: ['library'],
  home: ['home'],
  offices: ['offices'],
  templates: ['templates'],
  template: (id: string) => ['template', id],
  catalogues: ['catalogues'],
  catalogue: (id: string) => ['catalogue', id],
  findings: (id: string) => ['findings', id],
  entry: (id: string, entry: string) => ['entry', id, entry],
  history: ['history'],
  profiles: ['profiles'],
  publications: ['publications'],
} as const

/** Reads again what a write touched. */
export function useFreshReads(): void {
  const backend = useBackend()
  const client = useQueryClient()

  function refresh(changed: Changed): void {
    const stale: (readonly string[])[] = [keys.library, keys.home, keys.catalogues, keys.history, keys.offices, keys.publications, keys.templates]
    for (const id of changed.catalogues) stale.push(keys.catalogue(id), keys.findings(id), ['entry', id])
    for (const queryKey of stale) void client.invalidateQueries({ queryKey })
  }

  onScopeDispose(backend.onChanged(refresh))
}

/** Where a search result leads. Pure. */
import type { SearchHit } from '@/backend'

/** Places that can be gone to by name. */
export const PLACES = [
  { title: 'home.title', path: '/' },
  { title: 'catalogue.title', path: '/catalogues' },
  { title: 'import.title', path: '/import' },
  { title: 'publish.title', path: '/publish' },
  { title: 'template.title', path: '/templates' },
  { title: 'office.title', path: '/offices' },
] as const

/** The route of a result. */
export function hitPath(hit: SearchHit): string {
  if (hit.kind === 'entry') return `/catalogues/${hit.catalogue ?? ''}?entry=${hit.id}`
  if (hit.kind === 'catalogue') return `/catalogues/${hit.id}`
  if (hit.kind === 'template') return `/templates?id=${hit.id}`
  if (hit.kind === 'office') return '/offices'
  return hit.id
}

/** Reading through vue-query: the key of an answer is the command and its parameters. */
import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, toValue, type MaybeRefOrGetter } from 'vue'
import { asApiError, useBackend, type ApiError, type CallName, type Changed, type Params, type Result } from '../../backend'

export interface ReadOptions {
  enabled?: MaybeRefOrGetter<boolean>
  /** Shows the last answer until the next one is there. */
  keep?: boolean
  /** Milliseconds after which it is read again, for what changes unseen. */
  every?: number
}

/** The answer to a command that only reads; read anew when its parameters change or a write says so. */
export function useRead<Name extends CallName>(name: Name, params: MaybeRefOrGetter<Params<Name>>, options: ReadOptions = {}) {
  const backend = useBackend()
  return useQuery<Result<Name>, ApiError, Result<Name>>({
    queryKey: computed(() => [name, toValue(params)]),
    queryFn: () => backend.call(name, toValue(params)).catch((problem: unknown) => { throw asApiError(problem) }),
    enabled: computed(() => toValue(options.enabled) ?? true),
    // Long lists would be slow behind deep proxies, and nobody writes into an answer.
    shallow: true,
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  })
}

const ABOUT_ALL: CallName[] = ['home', 'catalogue_list', 'library_info', 'history', 'template_list', 'template_show', 'office_list', 'search', 'publication_list']
const ABOUT_ONE: CallName[] = ['catalogue_open', 'findings', 'entry_show']

function catalogueOf(params: unknown): unknown {
  return typeof params === 'object' && params !== null && 'catalogue' in params ? params.catalogue : undefined
}

/** Marks every answer that work on these catalogues made old. */
export function refreshAfter(client: QueryClient, changed: Pick<Changed, 'catalogues'>): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [name, params] }) =>
      ABOUT_ALL.some((one) => one === name) || (ABOUT_ONE.some((one) => one === name) && changed.catalogues.some((one) => one === catalogueOf(params))),
  })
}

/** Keeps all answers fresh while the caller lives; used once, by the frame. */
export function useRefresh(): void {
  const client = useQueryClient()
  onScopeDispose(useBackend().onChanged((changed) => { void refreshAfter(client, changed) }))
}

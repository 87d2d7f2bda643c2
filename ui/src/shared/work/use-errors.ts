/** Turns whatever a call failed with into words: what happened, what to do, technical details folded. */
import { useI18n } from 'vue-i18n'
import { isApiError } from '@/backend'
import { useNotices } from './notices'

export interface ErrorWords {
  text: string
  next: string
  detail: string | null
}

export function useErrors() {
  const { t, te } = useI18n()
  const notices = useNotices()

  function wordsOf(problem: unknown): ErrorWords {
    const known = isApiError(problem) && te(`error.${problem.code}`)
    const code = known ? problem.code : 'internal'
    const params = isApiError(problem) ? problem.params : {}
    const detail = isApiError(problem) ? problem.detail : String(problem)
    return { text: t(`error.${code}`, params), next: t(`error_next.${code}`, params), detail }
  }

  /** Shows a problem; one the person caused by cancelling is no problem. */
  function show(problem: unknown): void {
    if (isApiError(problem) && problem.code === 'cancelled') return
    notices.tell({ kind: 'error', ...wordsOf(problem) })
  }

  return { wordsOf, show }
}

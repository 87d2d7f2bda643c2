/** Long work: its progress, stopping it, and what came of it. */
import { computed, onScopeDispose, ref } from 'vue'
import { asApiError, useBackend, type ApiError, type CallName, type Params, type Progress, type Result } from '../../backend'

/** The commands that take a job name chosen by the window. */
type JobName = { [Name in CallName]: Params<Name> extends { job: string } ? Name : never }[Exclude<CallName, 'job_cancel'>]

let started = 0

export function useJob<Name extends JobName>(name: Name) {
  const backend = useBackend()
  const job = ref<string | null>(null)
  const progress = ref<Progress | null>(null)
  const stopping = ref(false)
  const problem = ref<ApiError | null>(null)

  onScopeDispose(backend.onProgress((told) => { if (told.job === job.value) progress.value = told }))

  /** Resolves to undefined when the work failed or was stopped; `problem` says why. */
  async function run(params: (job: string) => Params<Name>): Promise<Result<Name> | undefined> {
    started += 1
    const mine = `${name}-${String(Date.now())}-${String(started)}`
    job.value = mine
    progress.value = null
    stopping.value = false
    problem.value = null
    try {
      return await backend.call(name, params(mine))
    } catch (thrown) {
      problem.value = asApiError(thrown)
      return undefined
    } finally {
      if (job.value === mine) job.value = null
    }
  }
  async function cancel(): Promise<void> {
    if (job.value === null) return
    stopping.value = true
    await backend.call('job_cancel', { job: job.value }).catch(() => undefined)
  }
  return { run, cancel, progress, stopping, problem, running: computed(() => job.value !== null) }
}
export type Job = Pick<ReturnType<typeof useJob>, 'progress' | 'stopping' | 'running' | 'problem' | 'cancel'>

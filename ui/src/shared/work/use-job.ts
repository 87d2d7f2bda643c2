/** Long work: a name for the program, how far it is, and a way to stop it. */
import { onScopeDispose, ref } from 'vue'
import { useBackend, type Progress } from '@/backend'

let started = 0

export function useJob() {
  const backend = useBackend()
  const progress = ref<Progress | null>(null)
  const running = ref(false)
  const stopping = ref(false)
  let id = ''

  const stopHearing = backend.onProgress((told) => {
    if (running.value && told.job === id) progress.value = told
  })
  onScopeDispose(stopHearing)

  async function run<Result>(work: (job: string) => Promise<Result>): Promise<Result> {
    started += 1
    id = `job-${String(started)}`
    running.value = true
    stopping.value = false
    progress.value = null
    try {
      return await work(id)
    } finally {
      running.value = false
    }
  }

  async function cancel(): Promise<void> {
    stopping.value = true
    await backend.call('job_cancel', { job: id })
  }

  return { progress, running, stopping, run, cancel }
}

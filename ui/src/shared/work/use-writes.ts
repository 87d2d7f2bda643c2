/** Writes: run a call, say what was done with a way back, show what went wrong. The views refresh from the program's own word. */
import { useI18n } from 'vue-i18n'
import { useBackend, type Changed, type OperationView } from '@/backend'
import { useNotices } from './notices'
import { useErrors } from './use-errors'

export function useWrites() {
  const backend = useBackend()
  const notices = useNotices()
  const errors = useErrors()
  const { t } = useI18n()

  /** The title of an operation in words. */
  function titleOf(operation: OperationView): string {
    return t(`operation.${operation.kind}`, operation.params)
  }

  async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work()
    } catch (problem) {
      errors.show(problem)
      return undefined
    }
  }

  /** Says what a write did and offers to take it back. */
  function say(changed: Changed): void {
    if (!changed.operation || !changed.undoable) return
    notices.tell({ kind: 'done', text: titleOf(changed.undoable), action: { title: t('app.undo'), run: () => { void undo() } } })
  }

  async function undo(): Promise<void> {
    await attempt(() => backend.call('undo', {}))
  }

  async function redo(): Promise<void> {
    await attempt(() => backend.call('redo', {}))
  }

  return { attempt, say, undo, redo, titleOf }
}

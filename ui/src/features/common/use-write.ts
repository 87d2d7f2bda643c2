/** Writing: what goes wrong is said once, what was done can be taken back. */
import { useBackend, type CallName, type Changed, type Params, type Result } from '../../backend'
import { useNotices } from './use-notices'
import { useSay } from './use-say'

export function useWrite() {
  const backend = useBackend()
  const notices = useNotices()
  const say = useSay()

  /** Runs something that may fail; undefined when it did, after saying so. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (problem) {
      notices.failed(problem)
      return undefined
    }
  }
  const call = <Name extends CallName>(name: Name, params: Params<Name>): Promise<Result<Name> | undefined> => attempt(() => backend.call(name, params))

  /** Says what was done, with the offer to undo it. */
  function tell(changed: Changed | undefined): void {
    if (changed?.undoable) notices.done(say.operation(changed.undoable), true)
  }

  async function undo(): Promise<void> {
    const changed = await call('undo', {})
    if (changed?.redoable) notices.done(say.t('common.undone', { what: say.operation(changed.redoable) }))
  }
  async function redo(): Promise<void> {
    const changed = await call('redo', {})
    if (changed?.undoable) notices.done(say.t('common.redone', { what: say.operation(changed.undoable) }))
  }
  return { attempt, call, tell, undo, redo, notices, say }
}

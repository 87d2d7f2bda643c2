/** What the window asks of the program behind it. Features know this interface, never the system below. */
import { inject, type InjectionKey } from 'vue'
import type { Calls } from './calls'
import type { ApiError, Changed, Progress } from './generated/types'

export type * from './generated/types'
export type { Calls } from './calls'

/** What a file dialog offers. */
export type FileKind = 'spreadsheet' | 'package'

export interface Backend {
  /** Runs one command; a failure is an ApiError. */
  call: <Name extends keyof Calls>(name: Name, params: Calls[Name][0]) => Promise<Calls[Name][1]>
  /** Hears how far jobs are; the returned function stops hearing. */
  onProgress: (hear: (progress: Progress) => void) => () => void
  /** Hears of every write. */
  onChanged: (hear: (changed: Changed) => void) => () => void
  /** Hears of files dropped on the window. */
  onDrop: (hear: (paths: string[]) => void) => () => void
  /** Asks for a file; null when the person thought better of it. */
  pickFile: (kind: FileKind, title: string) => Promise<string | null>
  /** Asks for a folder. */
  pickFolder: (title: string) => Promise<string | null>
}

export const BACKEND: InjectionKey<Backend> = Symbol('backend')

/** The program behind this window. */
export function useBackend(): Backend {
  const backend = inject(BACKEND)
  if (!backend) throw new Error('no backend provided')
  return backend
}

/** True for the one error shape that commands fail with. */
export function isApiError(problem: unknown): problem is ApiError {
  return typeof problem === 'object' && problem !== null && 'code' in problem && 'params' in problem
}

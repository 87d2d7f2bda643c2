/** What the window may ask of the program behind it. Knows no way of asking. */
import type { Calls } from './calls'
import type * as Api from './generated/types'

export type CallName = keyof Calls
export type Params<Name extends CallName> = Calls[Name][0]
export type Result<Name extends CallName> = Calls[Name][1]
type Stop = () => void

/** What a file dialog offers. */
export interface FileChoice {
  /** Title of the dialog. */
  title: string
  /** Name shown beside the endings, for example 电子表格. */
  kind?: string
  /** Endings without the dot. */
  endings?: string[]
  /** Proposed name when something is to be written. */
  proposed?: string
}

/** The program behind the window, however it is reached. */
export interface Backend {
  /** Rejects with an ApiError. */
  call: <Name extends CallName>(name: Name, params: Params<Name>) => Promise<Result<Name>>
  onProgress: (listen: (progress: Api.Progress) => void) => Stop
  onChanged: (listen: (changed: Api.Changed) => void) => Stop
  /** Told the paths of files dropped on the window. */
  onFileDrop: (listen: (paths: string[]) => void) => Stop
  /** Each resolves to null when the person thinks better of it. */
  chooseFile: (choice: FileChoice) => Promise<string | null>
  chooseFolder: (choice: FileChoice) => Promise<string | null>
  chooseTarget: (choice: FileChoice) => Promise<string | null>
}

/** Anything that was thrown, as the one error shape. */
export function asApiError(problem: unknown): Api.ApiError {
  if (typeof problem === 'object' && problem !== null && 'code' in problem && typeof problem.code === 'string') return problem as Api.ApiError
  return { code: 'internal', params: {}, detail: problem instanceof Error ? problem.message : String(problem) }
}

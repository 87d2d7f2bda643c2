/** The program reached through Tauri. The only file that imports it. */
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { open } from '@tauri-apps/plugin-dialog'
import type { Backend, FileKind } from '.'
import type { Calls } from './calls'
import type { Changed, Progress } from './generated/types'

const EXTENSIONS: Record<FileKind, string[]> = {
  spreadsheet: ['xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'ods', 'csv', 'tsv', 'txt'],
  package: ['zip'],
}

/** Hears an event of the program; can be stopped before the hearing has begun. */
function hearing<Payload>(event: string, hear: (payload: Payload) => void): () => void {
  let stopped = false
  let stop: (() => void) | undefined
  void listen<Payload>(event, ({ payload }) => { if (!stopped) hear(payload) }).then((unlisten) => {
    if (stopped) unlisten()
    else stop = unlisten
  })
  return () => {
    stopped = true
    stop?.()
  }
}

export const tauriBackend: Backend = {
  call: (name, params) => invoke<Calls[typeof name][1]>('call', { name, params }),
  onProgress: (hear) => hearing<Progress>('desk://progress', hear),
  onChanged: (hear) => hearing<Changed>('desk://changed', hear),
  onDrop: (hear) => hearing<{ paths: string[] }>('tauri://drag-drop', ({ paths }) => { hear(paths) }),
  pickFile: (kind, title) => open({ title, multiple: false, filters: [{ name: title, extensions: EXTENSIONS[kind] }] }),
  pickFolder: (title) => open({ title, directory: true }),
}

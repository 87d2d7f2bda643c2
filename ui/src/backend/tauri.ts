/** The program behind the window, reached through the shell. The only file that names the shell's packages. */
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { getCurrentWebview } from '@tauri-apps/api/webview'
import { open, save } from '@tauri-apps/plugin-dialog'
import type { Backend, FileChoice } from './client'

/** Turns the shell's late answer "this is how to stop" into a stop that can be called at once. */
function stopOf(started: Promise<() => void>): () => void {
  return () => {
    started.then((stop) => { stop() }, () => undefined)
  }
}

function filtersOf(choice: FileChoice) {
  return choice.endings ? [{ name: choice.kind ?? choice.title, extensions: choice.endings }] : []
}

export function createTauriBackend(): Backend {
  return {
    call: (name, params) => invoke('call', { name, params }),
    onProgress: (tell) => stopOf(listen<Parameters<typeof tell>[0]>('desk://progress', (event) => { tell(event.payload) })),
    onChanged: (tell) => stopOf(listen<Parameters<typeof tell>[0]>('desk://changed', (event) => { tell(event.payload) })),
    onFileDrop: (tell) => stopOf(getCurrentWebview().onDragDropEvent((event) => {
      if (event.payload.type === 'drop') tell(event.payload.paths)
    })),
    chooseFile: (choice) => open({ title: choice.title, filters: filtersOf(choice), multiple: false, directory: false }),
    chooseFolder: (choice) => open({ title: choice.title, multiple: false, directory: true }),
    chooseTarget: (choice) => save({ title: choice.title, filters: filtersOf(choice), ...(choice.proposed === undefined ? {} : { defaultPath: choice.proposed }) }),
  }
}

/** The door to the program behind the window: which one it is, and how a component gets hold of it. */
import { inject, type App, type InjectionKey } from 'vue'
import type { Backend } from './client'
import { createTauriBackend } from './tauri'

export { asApiError } from './client'
export type { Calls } from './calls'
export type { Backend, CallName, FileChoice, Params, Result } from './client'
export type * from './generated/types'

const KEY: InjectionKey<Backend> = Symbol('backend')

/** In the shell the real program; in a plain browser, while developing, one kept in memory. */
export async function chooseBackend(): Promise<Backend> {
  if (import.meta.env.MODE !== 'production' && !('__TAURI_INTERNALS__' in window)) {
    const { createFake } = await import('./fake')
    return createFake({ filled: !location.hash.includes('empty') })
  }
  return createTauriBackend()
}

/** A Vue plugin that hands the program to every component. */
export function backendPlugin(backend: Backend) {
  return { install: (app: App) => { app.provide(KEY, backend) } }
}

export function useBackend(): Backend {
  const backend = inject(KEY)
  if (!backend) throw new Error('no backend was provided')
  return backend
}

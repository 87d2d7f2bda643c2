/** Puts the window together: words, routes, queries, UI state. Used by main.ts and by whoever shows the window in a test. */
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createWords, type Locale } from '../i18n'
import App from './App.vue'
import type { FrameContent } from './places'
import { createPlaces } from './router'
import { wearTheme } from './theme'

/** Reads go to a program on this machine: nothing is stale by age, nothing is worth a second try. */
const queryClientConfig = {
  defaultOptions: { queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' }, mutations: { networkMode: 'always' } },
} as const

export function createWindow(content: FrameContent, locale: Locale = 'zh-CN') {
  const words = createWords(locale)
  const router = createPlaces(content.routes)
  const app = createApp(App, { content })
  app.use(words).use(router).use(createPinia()).use(VueQueryPlugin, { queryClientConfig })
  wearTheme('light')
  return { app, words, router }
}

/** Shows a component as the window would: words, routes, queries and UI state in place. */
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { render } from '@testing-library/vue'
import { createPinia } from 'pinia'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type RouteRecordRaw } from 'vue-router'
import { backendPlugin, type Backend } from '../backend'
import { createFake } from '../backend/fake'
import { createWords, type Locale } from '../i18n'

export interface ShownWith {
  props?: Record<string, unknown>
  slots?: Record<string, string | Component>
  routes?: RouteRecordRaw[]
  locale?: Locale
  /** The program behind the window; one in memory with the sample catalogues unless given. */
  backend?: Backend
}

const nowhere: RouteRecordRaw = { path: '/:any(.*)*', name: 'nowhere', component: { render: () => null } }

/** Renders and returns the queries of Testing Library with the router and the query client beside them. */
export function show(component: Component, options: ShownWith = {}) {
  const words = createWords(options.locale)
  const router = createRouter({ history: createMemoryHistory(), routes: options.routes ?? [nowhere] })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const shown = render(component, {
    props: options.props ?? {},
    slots: options.slots ?? {},
    global: { plugins: [words, router, createPinia(), [VueQueryPlugin, { queryClient }], backendPlugin(options.backend ?? createFake())] },
  })
  return { ...shown, words, router, queryClient }
}

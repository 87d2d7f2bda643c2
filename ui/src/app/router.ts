/** Hash routes: the window is opened from files, so there is no server to answer other paths. */
import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'

export function createPlaces(routes: RouteRecordRaw[]) {
  const all = [...routes]
  if (import.meta.env.MODE !== 'production') {
    all.push({ path: '/dev/grid', name: 'dev-grid', component: () => import('../testing/GridStage.vue') })
  }
  return createRouter({ history: createWebHashHistory(), routes: all })
}

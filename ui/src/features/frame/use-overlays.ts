/** Which sheet lies above the places; UI state only. */
import { defineStore } from 'pinia'
import { ref } from 'vue'

export type Overlay = 'search' | 'shortcuts' | 'settings'

export const useOverlays = defineStore('overlays', () => {
  const open = ref<Overlay | null>(null)
  return { open, show: (overlay: Overlay) => { open.value = overlay }, close: () => { open.value = null } }
})

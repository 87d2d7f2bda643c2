/** Which thing lies above the places. UI state only. */
import { defineStore } from 'pinia'
import { ref } from 'vue'

export type Overlay = 'search' | 'shortcuts' | 'doctor'

export const useOverlays = defineStore('overlays', () => {
  const open = ref<Overlay | null>(null)
  return { open }
})

/** Sizes of the panels around the grid, as they were dragged; UI state only. */
import { defineStore } from 'pinia'
import { ref } from 'vue'

export const useEditorLayout = defineStore('editor-layout', () => {
  const formWidth = ref(340)
  const problemsHeight = ref(196)
  const formOpen = ref(true)
  return { formWidth, problemsHeight, formOpen }
})

/** What the window tells the person at its lower edge: done (with undo), or what went wrong and what to do. UI state only. */
import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface Notice {
  id: number
  kind: 'done' | 'error'
  text: string
  /** What to do next. */
  next?: string
  /** 技术细节, folded away. */
  detail?: string | null
  /** Offered as a button. */
  action?: { title: string; run: () => void }
}

/** Done is read at a glance; errors stay until they are dismissed. */
const DONE_STAYS = 8000

export const useNotices = defineStore('notices', () => {
  const all = ref<Notice[]>([])
  let last = 0

  function dismiss(id: number): void {
    all.value = all.value.filter((notice) => notice.id !== id)
  }

  function tell(notice: Omit<Notice, 'id'>): void {
    last += 1
    const id = last
    all.value = [...all.value.filter((one) => one.kind === 'error' && one.text !== notice.text), { ...notice, id }]
    if (notice.kind === 'done') setTimeout(() => { dismiss(id) }, DONE_STAYS)
  }

  return { all, tell, dismiss }
})

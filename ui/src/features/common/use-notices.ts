/** What was done or went wrong, said in a corner until it is dismissed or has been read. UI state only. */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { asApiError, type ApiError } from '../../backend'

export interface Notice {
  id: number
  text: string
  problem?: ApiError
  /** Offers to undo what was done. */
  undo?: boolean
}

/** Milliseconds a notice of something done stays; problems stay until dismissed. */
const STAYS = 8000
const MOST = 4

export const useNotices = defineStore('notices', () => {
  const notices = ref<Notice[]>([])
  let next = 0

  function dismiss(id: number): void {
    notices.value = notices.value.filter((one) => one.id !== id)
  }
  function add(notice: Omit<Notice, 'id'>): number {
    next += 1
    notices.value = [...notices.value, { ...notice, id: next }].slice(-MOST)
    return next
  }
  function done(text: string, undo = false): void {
    // The newest operation is the one an undo takes back; older offers would undo something else.
    notices.value = notices.value.map((one) => ({ ...one, undo: false }))
    const id = add({ text, undo })
    setTimeout(() => { dismiss(id) }, STAYS)
  }
  function failed(problem: unknown): void {
    add({ text: '', problem: asApiError(problem) })
  }
  return { notices, done, failed, dismiss }
})

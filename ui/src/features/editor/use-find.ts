/** Looking for a text in the open catalogue, row by row from the chosen cell, round the end. */
import { ref, type Ref } from 'vue'
import { useBackend } from '../../backend'

const AT_ONCE = 500

export interface Place { row: number; col: number }

export function useFind(catalogue: Ref<string>, total: Ref<number>, here: () => Place | undefined, go: (place: Place) => void) {
  const backend = useBackend()
  const text = ref('')
  const open = ref(false)
  const missed = ref(false)

  /** The first cell of a row that holds the text, after `col` (or before it). */
  function inRow(cells: readonly string[], wanted: string, col: number, direction: 1 | -1): number {
    const holds = (cell: string, at: number) => cell.toLowerCase().includes(wanted) && (direction === 1 ? at > col : at < col)
    return direction === 1 ? cells.findIndex(holds) : cells.findLastIndex(holds)
  }

  async function find(direction: 1 | -1): Promise<void> {
    const wanted = text.value.trim().toLowerCase()
    const count = total.value
    if (wanted === '' || count === 0) return
    const from = here() ?? { row: 0, col: -1 }
    // One row more than there are: the rest of the first row comes last.
    for (let done = 0; done <= count; done += AT_ONCE) {
      const steps = Math.min(AT_ONCE, count + 1 - done)
      const wantedRows = Array.from({ length: steps }, (_, at) => (((from.row + direction * (done + at)) % count) + count) % count)
      const lowest = Math.min(...wantedRows)
      const view = await backend.call('rows', { catalogue: catalogue.value, from: lowest, count: Math.max(...wantedRows) - lowest + 1 })
      for (const [at, row] of wantedRows.entries()) {
        const first = done + at === 0
        const col = inRow(view.rows[row - lowest]?.cells ?? [], wanted, first ? from.col : direction === 1 ? -1 : Number.MAX_SAFE_INTEGER, direction)
        if (col < 0) continue
        missed.value = false
        go({ row, col })
        return
      }
    }
    missed.value = true
  }
  return { text, open, missed, find }
}

/** Rows of a long table, read in by page as they come into view. Knows nothing of how they are read. */
import { shallowReactive } from 'vue'

export interface RowWindowInput<Row> {
  /** Reads `count` rows from `from` (0-based); may give fewer at the end. */
  fetch: (from: number, count: number) => Promise<readonly Row[]>
  pageSize?: number
  /** Pages kept in memory; the ones unused for longest go first. */
  mostPages?: number
  /** Told when a page cannot be read; the page is asked for again when it is next needed. */
  failed?: (problem: unknown) => void
}

interface Page<Row> {
  rows: readonly Row[]
  /** Turned over when the rows may have changed; shown on until the new ones are there. */
  stale: boolean
}

export function useRowWindow<Row>(input: RowWindowInput<Row>) {
  const size = input.pageSize ?? 100
  const most = input.mostPages ?? 120
  const pages = shallowReactive(new Map<number, Page<Row>>())
  const used = new Map<number, number>()
  const underWay = new Map<number, number>()
  let clock = 0
  let round = 0

  async function read(page: number): Promise<void> {
    const mine = round
    underWay.set(page, mine)
    try {
      const rows = await input.fetch(page * size, size)
      // A refresh during the reading makes the answer old; the refresh asked again.
      if (underWay.get(page) === mine) pages.set(page, { rows, stale: mine !== round })
    } catch (problem) {
      input.failed?.(problem)
    } finally {
      if (underWay.get(page) === mine) underWay.delete(page)
    }
    forget()
  }

  function forget(): void {
    if (pages.size <= most) return
    const oldest = [...pages.keys()].sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0))
    for (const page of oldest.slice(0, pages.size - most)) {
      pages.delete(page)
      used.delete(page)
    }
  }

  /** Asks for the rows `from..=to` that are missing or stale. */
  function request(from: number, to: number): void {
    clock += 1
    for (let page = Math.floor(Math.max(0, from) / size); page <= Math.floor(to / size); page += 1) {
      used.set(page, clock)
      const held = pages.get(page)
      const needed = !held || held.stale
      if (needed && underWay.get(page) !== round) void read(page)
    }
    lastAsked = { from, to }
  }
  let lastAsked = { from: 0, to: -1 }

  /** The row, undefined while it is not read in. Reactive by page. */
  function rowAt(row: number): Row | undefined {
    return pages.get(Math.floor(row / size))?.rows[row % size]
  }

  /** Turns every page over and reads the seen ones again; what is shown stays until then. */
  function refresh(): void {
    round += 1
    for (const page of pages.values()) page.stale = true
    request(lastAsked.from, lastAsked.to)
  }

  /** Forgets everything, for another table. */
  function clear(): void {
    round += 1
    pages.clear()
    used.clear()
    underWay.clear()
  }

  return { rowAt, request, refresh, clear }
}

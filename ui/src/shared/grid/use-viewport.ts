/** What part of the sheet is seen: scroll place, size of the view, rows and columns to draw. */
import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import type { CellPlace } from './types'
import { layColumns, scrollLeftFor, scrollScale, scrollTopFor, sheetHeight, visibleColumns, visibleRows } from './layout'
import type { GridColumn } from './types'

/** Width of the row numbers and height of a row and of one header level, on the 4-px grid. */
export const GUTTER = 56
export const ROW_HEIGHT = 44
export const HEADER_LEVEL = 32
const OVERSCAN = 2

export interface ViewportInput {
  scroller: Readonly<Ref<HTMLElement | null>>
  columns: () => readonly GridColumn[]
  rows: () => number
  headerHeight: () => number
}

export function useViewport(input: ViewportInput) {
  const scrollTop = ref(0)
  const scrollLeft = ref(0)
  const clientWidth = ref(960)
  const clientHeight = ref(600)
  const widths = ref(new Map<string, number>())

  const layout = computed(() => layColumns(input.columns(), widths.value))
  const viewWidth = computed(() => clientWidth.value - GUTTER)
  const metrics = computed(() => ({
    rows: input.rows(),
    rowHeight: ROW_HEIGHT,
    viewHeight: Math.max(ROW_HEIGHT, clientHeight.value - input.headerHeight()),
  }))
  const rowWindow = computed(() => visibleRows(metrics.value, scrollTop.value, OVERSCAN))
  const colWindow = computed(() => visibleColumns(layout.value, scrollLeft.value, viewWidth.value))
  const height = computed(() => sheetHeight(metrics.value))
  const pageRows = computed(() => Math.max(1, Math.floor(metrics.value.viewHeight / ROW_HEIGHT) - 1))

  let frame = 0
  function readScroll(): void {
    frame = 0
    const el = input.scroller.value
    if (!el) return
    scrollTop.value = el.scrollTop
    scrollLeft.value = el.scrollLeft
  }
  function onScroll(): void {
    if (frame === 0) frame = requestAnimationFrame(readScroll)
  }

  function measure(): void {
    const el = input.scroller.value
    if (!el || el.clientWidth === 0) return
    clientWidth.value = el.clientWidth
    clientHeight.value = el.clientHeight
  }
  let sizes: ResizeObserver | undefined
  onMounted(() => {
    measure()
    if (typeof ResizeObserver === 'undefined' || !input.scroller.value) return
    sizes = new ResizeObserver(measure)
    sizes.observe(input.scroller.value)
  })
  onBeforeUnmount(() => {
    sizes?.disconnect()
    cancelAnimationFrame(frame)
  })

  /** Scrolls as little as possible until the cell is wholly seen. */
  function reveal(place: CellPlace): void {
    const el = input.scroller.value
    if (!el) return
    const top = scrollTopFor(metrics.value, el.scrollTop, place.row)
    const left = scrollLeftFor(layout.value, el.scrollLeft, viewWidth.value, place.col)
    if (top !== el.scrollTop) el.scrollTop = top
    if (left !== el.scrollLeft) el.scrollLeft = left
    readScroll()
  }

  /** Top of a row inside the drawn sheet. */
  function topOf(row: number): number {
    return row * ROW_HEIGHT - rowWindow.value.shift
  }

  /** Place of a cell on the visible part of the grid, kept inside it, for what floats above: editor and lists. */
  function boxOf(place: CellPlace): { left: number; top: number; width: number; height: number } {
    const box = layout.value.boxes[place.col]
    const header = input.headerHeight()
    const width = box?.width ?? 0
    const frozen = place.col < layout.value.frozen
    const left = GUTTER + (box?.left ?? 0) - (frozen ? 0 : scrollLeft.value)
    const top = header + topOf(place.row) - scrollTop.value
    const firstLeft = frozen ? GUTTER : GUTTER + layout.value.frozenWidth
    return {
      left: Math.max(firstLeft, Math.min(left, clientWidth.value - Math.min(width, 80))),
      top: Math.max(header, Math.min(top, clientHeight.value - ROW_HEIGHT)),
      width,
      height: ROW_HEIGHT,
    }
  }

  /** The cell under a point of the screen; outside points give the nearest seen cell. `col` is -1 over row numbers. */
  function placeAt(clientX: number, clientY: number): CellPlace {
    const rect = input.scroller.value?.getBoundingClientRect() ?? { left: 0, top: 0 }
    const y = Math.max(0, Math.min(clientY - rect.top - input.headerHeight(), metrics.value.viewHeight - 1))
    const row = Math.floor((scrollTop.value * scrollScale(metrics.value) + y) / ROW_HEIGHT)
    const inView = Math.min(clientX - rect.left, clientWidth.value - 1) - GUTTER
    if (inView < 0) return { row: Math.min(row, input.rows() - 1), col: -1 }
    const x = inView < layout.value.frozenWidth ? inView : inView + scrollLeft.value
    const col = layout.value.boxes.findIndex((box) => x < box.left + box.width)
    return { row: Math.min(row, input.rows() - 1), col: col < 0 ? layout.value.boxes.length - 1 : col }
  }

  function setWidth(id: string, width: number): void {
    widths.value = new Map(widths.value).set(id, width)
  }

  return { layout, rowWindow, colWindow, height, pageRows, viewWidth, scrollTop, scrollLeft, onScroll, reveal, topOf, boxOf, placeAt, setWidth }
}

export type Viewport = ReturnType<typeof useViewport>

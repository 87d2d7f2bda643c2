/** The grid opened on a small table, with the hands of a clerk: keys, typing, clicks. For the specs of the grid. */
import { fireEvent, screen } from '@testing-library/vue'
import { nextTick } from 'vue'
import { DataGrid, type GridColumn, type GridRow } from '../shared/grid'
import { show } from './render'

export const columns: GridColumn[] = [
  { id: 'item', title: '事项', groups: [], width: 100, kind: 'text', frozen: true },
  { id: 'law', title: '法定', groups: ['办理时限'], width: 100, kind: 'text' },
  { id: 'promise', title: '承诺', groups: ['办理时限'], width: 100, kind: 'text' },
  { id: 'free', title: '免费', groups: [], width: 60, kind: 'tick' },
  { id: 'kind', title: '类型', groups: [], width: 100, kind: 'code', options: [{ code: '01', title: '行政许可' }, { code: '02', title: '公共服务' }] },
  { id: 'ways', title: '渠道', groups: [], width: 100, kind: 'ticks', options: [{ code: '1', title: '政府网站' }, { code: '2', title: '政府公报' }] },
  { id: 'owner', title: '责任单位', groups: [], width: 100, kind: 'text', readonly: true },
]
export const texts = [
  ['燃气过户', '20日', '10日', '√', '公共服务', '■政府网站', '民政局'],
  ['用水报装', '30日', '1.受理\n2.审核', '', '', '', '水务局'],
  ['临时救助', '', '', '', '', '', '民政局'],
]

/** The event a web view sends after it changed the text box. */
export async function input(box: HTMLTextAreaElement) {
  box.dispatchEvent(new InputEvent('input', { bubbles: true }))
  await nextTick()
}

export function openGrid(more: Record<string, unknown> = {}) {
  const rows: GridRow[] = texts.map((cells, at) => ({ id: String(at), cells }))
  const shown = show(DataGrid, { props: { label: '服务承诺表', columns, rowCount: rows.length, rowAt: (row: number) => rows[row], today: () => '2026-11-23', ...more } })
  const grid = screen.getByRole<HTMLElement>('grid')
  const box = screen.getByRole<HTMLTextAreaElement>('textbox')
  box.focus()
  const cell = (row: number, col: number) => {
    const found = grid.querySelector<HTMLElement>(`[data-row="${String(row)}"] [data-col="${String(col)}"]`)
    if (!found) throw new Error('no such cell is drawn')
    return found
  }
  const key = (name: string, held: object = {}) => fireEvent.keyDown(box, { key: name, ...held })
  const type = (text: string) => fireEvent.update(box, box.value + text)
  const active = () => {
    const found = grid.querySelector('.active')
    return [found?.closest('[data-row]')?.getAttribute('data-row'), found?.getAttribute('data-col')].join(',')
  }
  const edits = () => (shown.emitted().edit ?? []).flatMap((args) => (Array.isArray(args) ? args : [])).map((change: { edits: unknown }) => change.edits)
  const go = async (row: number, col: number) => { await fireEvent.mouseDown(cell(row, col)); await fireEvent.mouseUp(window) }
  return { ...shown, grid, box, cell, key, type, active, edits, go }
}

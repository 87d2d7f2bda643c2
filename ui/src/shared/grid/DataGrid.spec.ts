import { fireEvent, screen } from '@testing-library/vue'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { columns, openGrid as open, texts } from '../../testing/grid-opened'
import { show } from '../../testing/render'
import DataGrid from './DataGrid.vue'
import { atCell } from './selection'
import type { GridRow, GridSelection } from './types'

describe('reading aloud', () => {
  it('is a grid with its size, two header levels and the place of every cell', () => {
    const { grid, cell } = open()
    expect(grid.getAttribute('aria-rowcount')).toBe('5')
    expect(grid.getAttribute('aria-colcount')).toBe('8')
    expect(screen.getByRole('columnheader', { name: '办理时限' }).getAttribute('aria-colspan')).toBe('2')
    expect(cell(1, 2).getAttribute('aria-colindex')).toBe('4')
    expect(cell(1, 2).closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('4')
  })

  it('names the active cell with its text and its finding', async () => {
    const markAt = (row: number, col: number) => (row === 0 && col === 2 ? { kind: 'error', message: '超过法定时限' } : undefined)
    const { box, go, cell } = open({ markAt })
    await go(0, 2)
    expect(box.getAttribute('aria-label')).toBe('承诺，第 1 行：10日。错误：超过法定时限')
    expect(cell(0, 2).getAttribute('aria-invalid')).toBe('true')
    expect(cell(0, 2).getAttribute('aria-selected')).toBe('true')
  })

  it('shows rows that are not read in as waiting and asks for the seen ones', () => {
    const { grid, emitted } = open({ rowAt: () => undefined })
    expect(grid.querySelectorAll('[aria-busy]')).toHaveLength(3)
    expect(emitted().requestRows?.[0]).toEqual([0, 2])
  })

  it('draws a window of a long table only', () => {
    const { grid } = open({ rowCount: 100_000 })
    expect(grid.querySelectorAll('[data-row]').length).toBeLessThan(40)
  })
})

describe('typing', () => {
  it('replaces the cell and Enter goes down', async () => {
    const { type, key, go, edits, active, box } = open()
    await go(0, 1)
    await type('15日')
    await key('Enter')
    expect(edits()).toEqual([[{ row: 0, col: 1, text: '15日' }]])
    expect(active()).toBe('1,1')
    expect(box.value).toBe('')
  })

  it('F2 edits the text that is there, Escape leaves it', async () => {
    const { key, go, box, edits, type } = open()
    await go(0, 1)
    await key('F2')
    expect(box.value).toBe('20日')
    await type('内')
    await key('Escape')
    expect(edits()).toEqual([])
    expect(box.value).toBe('')
  })

  it('tells nothing when the text is the same', async () => {
    const { key, go, edits } = open()
    await go(0, 1)
    await key('F2')
    await key('Enter')
    expect(edits()).toEqual([])
  })

  it('Alt+Enter breaks the line', async () => {
    const { key, go, type, edits } = open()
    await go(2, 1)
    await type('一')
    await key('Enter', { altKey: true })
    await type('二')
    await key('Tab')
    expect(edits()).toEqual([[{ row: 2, col: 1, text: '一\n二' }]])
  })

  it('a click on another cell keeps what was typed', async () => {
    const { go, type, edits, active } = open()
    await go(0, 1)
    await type('5日')
    await go(2, 2)
    expect(edits()).toEqual([[{ row: 0, col: 1, text: '5日' }]])
    expect(active()).toBe('2,2')
  })

  it('leaving the grid keeps what was typed', async () => {
    const { go, type, edits, box } = open()
    await go(0, 1)
    await type('5日')
    box.blur()
    await nextTick()
    expect(edits()).toEqual([[{ row: 0, col: 1, text: '5日' }]])
  })

  it('a column that cannot be written takes no text', async () => {
    const { go, box, key, edits } = open()
    await go(0, 6)
    expect(box.readOnly).toBe(true)
    await key('Delete')
    expect(edits()).toEqual([])
  })

  it('a row that is not read in cannot be typed over', async () => {
    const { box, type, key, edits } = open({ rowAt: () => undefined })
    await type('5日')
    await key('Enter')
    expect(edits()).toEqual([])
    expect(box.value).toBe('')
  })

  it('in the empty last row makes a new entry', async () => {
    const { go, type, key, emitted } = open({ appendable: true })
    await go(3, 0)
    await type('新事项')
    await key('Enter')
    expect(emitted().paste).toEqual([[{ row: 3, col: 0, rows: [['新事项']] }]])
  })
})

describe('ranges', () => {
  it('grow with Shift and are cleared together', async () => {
    const { go, key, edits } = open()
    await go(0, 1)
    await key('ArrowDown', { shiftKey: true })
    await key('ArrowRight', { shiftKey: true })
    await key('Delete')
    expect(edits()).toEqual([[{ row: 0, col: 1, text: '' }, { row: 0, col: 2, text: '' }, { row: 1, col: 1, text: '' }, { row: 1, col: 2, text: '' }]])
  })

  it('Ctrl+D fills down from the first row, or from above', async () => {
    const { go, key, edits } = open()
    await go(0, 1)
    await key('ArrowDown', { shiftKey: true })
    await key('ArrowDown', { shiftKey: true })
    await key('d', { ctrlKey: true })
    await go(2, 2)
    await key('d', { ctrlKey: true })
    expect(edits()).toEqual([
      [{ row: 1, col: 1, text: '20日' }, { row: 2, col: 1, text: '20日' }],
      [{ row: 2, col: 2, text: '1.受理\n2.审核' }],
    ])
  })

  it('Ctrl+Enter puts what is typed into every selected cell', async () => {
    const { go, key, type, edits } = open()
    await go(0, 1)
    await key('ArrowDown', { shiftKey: true })
    await type('7日')
    await key('Enter', { ctrlKey: true })
    expect(edits().flat()).toContainEqual({ row: 1, col: 1, text: '7日' })
    expect(edits().flat()).toContainEqual({ row: 0, col: 1, text: '7日' })
  })

  it('Ctrl+; writes today', async () => {
    const { go, key, edits } = open()
    await go(2, 1)
    await key(';', { ctrlKey: true })
    expect(edits()).toEqual([[{ row: 2, col: 1, text: '2026-11-23' }]])
  })

  it('row numbers select rows, which can be deleted and made', async () => {
    const { grid, key, emitted } = open()
    await fireEvent.mouseDown(grid.querySelectorAll('.ordinal')[1]!)
    await fireEvent.mouseUp(window)
    await key('-', { ctrlKey: true })
    await key('+', { ctrlKey: true, shiftKey: true })
    expect(emitted().deleteRows).toEqual([[{ from: 1, to: 1 }]])
    expect(emitted().insertRow).toEqual([[{ row: 1, count: 1 }]])
  })

  it('undo, redo, next finding and fix are handed on', async () => {
    const { go, key, emitted } = open()
    await go(1, 2)
    await key('z', { ctrlKey: true })
    await key('y', { ctrlKey: true })
    await key('F8')
    await key('.', { ctrlKey: true })
    expect([emitted().undo?.length, emitted().redo?.length, emitted().nextFinding, emitted().quickFix]).toEqual([1, 1, [[1]], [[{ row: 1, col: 2 }]]])
  })
})

describe('the clipboard', () => {
  function clipboard(entries: Record<string, string> = {}) {
    const held = new Map(Object.entries(entries))
    return { held, clipboardData: { getData: (kind: string) => held.get(kind) ?? '', setData: (kind: string, text: string) => held.set(kind, text) } }
  }

  it('copies a range as text and as a table', async () => {
    const { go, key, box } = open()
    await go(0, 1)
    await key('ArrowDown', { shiftKey: true })
    await key('ArrowRight', { shiftKey: true })
    const data = clipboard()
    await fireEvent.copy(box, data)
    expect(data.held.get('text/plain')).toBe('20日\t10日\r\n30日\t"1.受理\n2.审核"')
    expect(data.held.get('text/html')).toContain('<td')
  })

  it('cuts: copies, then clears', async () => {
    const { go, box, edits } = open()
    await go(0, 1)
    await fireEvent.cut(box, clipboard())
    expect(edits()).toEqual([[{ row: 0, col: 1, text: '' }]])
  })

  it('copies nothing of a range that is not read in whole, and says so', async () => {
    const { box, key, emitted } = open({ rowCount: 9 })
    await key('a', { ctrlKey: true })
    const data = clipboard()
    await fireEvent.copy(box, data)
    await fireEvent.cut(box, data)
    expect(data.held.size).toBe(0)
    expect(emitted().edit).toBeUndefined()
    expect(await screen.findByText('选中的行还没有全部读入，没有复制。请稍候再复制。')).toBeTruthy()
  })

  it('pastes what Excel gives at the corner of the selection', async () => {
    const { go, box, emitted } = open()
    await go(1, 1)
    await fireEvent.paste(box, clipboard({ 'text/plain': '5日\t"甲\n乙"\r\n6日\t丙\r\n' }))
    expect(emitted().paste).toEqual([[{ row: 1, col: 1, rows: [['5日', '甲\n乙'], ['6日', '丙']] }]])
  })

  it('leaves the text box its own paste while a cell is edited', async () => {
    const { go, box, key, emitted } = open()
    await go(1, 1)
    await key('F2')
    await fireEvent.paste(box, clipboard({ 'text/plain': '5日' }))
    expect(emitted().paste).toBeUndefined()
  })
})

describe('ticks and lists', () => {
  it('the space key and a click on the box tick', async () => {
    const { go, key, edits, cell } = open()
    await go(1, 3)
    await key(' ')
    await fireEvent.mouseDown(cell(0, 3).querySelector('.tick-box')!)
    expect(edits()).toEqual([[{ row: 1, col: 3, text: '√' }], [{ row: 0, col: 3, text: '' }]])
  })

  it('a click ticks the box under it, not the cell that was active before, also when the owner holds the selection', async () => {
    const edits: unknown[] = []
    const rows: GridRow[] = texts.map((cells, at) => ({ id: String(at), cells }))
    const selection = ref<GridSelection | null | undefined>(atCell(2, 1))
    const owner = defineComponent({
      setup: () => () => h(DataGrid, {
        label: '表', columns, rowCount: 3, rowAt: (row: number) => rows[row], selection: selection.value,
        'onUpdate:selection': (next: GridSelection | null | undefined) => { selection.value = next },
        onEdit: (change: { edits: unknown[] }) => { edits.push(...change.edits) },
      }),
    })
    show(owner)
    await fireEvent.mouseDown(screen.getByRole('grid').querySelector('[data-row="0"] .tick-box')!)
    expect(edits).toEqual([{ row: 0, col: 3, text: '' }])
    expect(selection.value).toEqual(atCell(0, 3))
    selection.value = atCell(1, 2)
    await nextTick()
    await nextTick()
    expect(screen.getByRole('textbox').getAttribute('aria-label')).toContain('承诺，第 2 行')
  })

  it('a code is chosen by typing a part of its title and Enter', async () => {
    const { go, type, key, edits } = open()
    await go(1, 4)
    await type('许可')
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['行政许可'])
    await key('ArrowDown')
    await key('Enter')
    expect(edits()).toEqual([[{ row: 1, col: 4, text: '行政许可' }]])
  })

  it('Alt+Down opens the whole list with the held code marked, and a click chooses', async () => {
    const { go, key, edits } = open()
    await go(0, 4)
    await key('ArrowDown', { altKey: true })
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('公共服务')
    await fireEvent.click(screen.getByRole('option', { name: '行政许可' }))
    expect(edits()).toEqual([[{ row: 0, col: 4, text: '行政许可' }]])
  })

  it('several are ticked with arrows and the space key', async () => {
    const { go, key, edits } = open()
    await go(0, 5)
    await key('F2')
    await key('ArrowDown')
    await key('ArrowDown')
    await key(' ')
    await key('Enter')
    expect(edits()).toEqual([[{ row: 0, col: 5, text: '■政府网站 ■政府公报' }]])
  })
})

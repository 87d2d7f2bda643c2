import { describe, expect, it } from 'vitest'
import type { GridColumn } from './types'
import { fitText, layColumns, layHeader, scrollLeftFor, scrollTopFor, sheetHeight, TALLEST, visibleColumns, visibleRows } from './layout'

function column(id: string, groups: string[] = [], frozen = false): GridColumn {
  return { id, title: id, groups, width: 100, kind: 'text', frozen }
}

describe('the header', () => {
  it('joins neighbours of one group and lets a lone title reach over both levels', () => {
    const header = layHeader([column('序号'), column('法定', ['办理时限']), column('承诺', ['办理时限']), column('标准', ['收费'])], 0)
    expect(header.levels).toBe(2)
    expect(header.cells.map((cell) => [cell.title, cell.level, cell.depth, cell.col, cell.span])).toEqual([
      ['序号', 0, 2, 0, 1],
      ['办理时限', 0, 1, 1, 2],
      ['法定', 1, 1, 1, 1],
      ['承诺', 1, 1, 2, 1],
      ['收费', 0, 1, 3, 1],
      ['标准', 1, 1, 3, 1],
    ])
  })

  it('does not join equal names under different groups, nor over the frozen edge', () => {
    const split = layHeader([column('a', ['甲', '同']), column('b', ['乙', '同'])], 0)
    expect(split.cells.filter((cell) => cell.title === '同')).toHaveLength(2)
    const frozen = layHeader([column('a', ['甲'], true), column('b', ['甲'])], 1)
    expect(frozen.cells.filter((cell) => cell.title === '甲')).toHaveLength(2)
  })
})

describe('columns', () => {
  const layout = layColumns([column('a', [], true), column('b'), column('c'), column('d'), column('e'), column('f')], new Map([['b', 60]]))

  it('are frozen from the left only', () => {
    expect(layout.frozen).toBe(1)
    expect(layout.width).toBe(560)
    expect(layColumns([column('a'), column('b', [], true)], new Map()).frozen).toBe(0)
  })

  it('are drawn when they touch the view, one more on each side', () => {
    expect(visibleColumns(layout, 0, 250)).toEqual({ from: 1, to: 3 })
    expect(visibleColumns(layout, 200, 250)).toEqual({ from: 2, to: 5 })
  })

  it('scroll into view beside the frozen block, not under it', () => {
    expect(scrollLeftFor(layout, 200, 250, 1)).toBe(0)
    expect(scrollLeftFor(layout, 0, 250, 5)).toBe(310)
    expect(scrollLeftFor(layout, 120, 250, 0)).toBe(120)
  })
})

describe('rows', () => {
  const metrics = { rows: 100_000, rowHeight: 44, viewHeight: 440 }

  it('are drawn around the view only', () => {
    expect(visibleRows(metrics, 4400, 2)).toEqual({ first: 98, last: 112, shift: 0 })
    expect(visibleRows({ ...metrics, rows: 3 }, 0, 2)).toEqual({ first: 0, last: 2, shift: 0 })
    expect(visibleRows({ ...metrics, rows: 0 }, 0, 2).last).toBe(-1)
  })

  it('scroll as little as needed', () => {
    expect(scrollTopFor(metrics, 0, 3)).toBe(0)
    expect(scrollTopFor(metrics, 0, 10)).toBe(44)
    expect(scrollTopFor(metrics, 4400, 50)).toBe(2200)
  })

  it('are all reached in a sheet taller than a web view can lay out', () => {
    const tall = { rows: 1_000_000, rowHeight: 44, viewHeight: 440 }
    expect(sheetHeight(tall)).toBe(TALLEST)
    const end = visibleRows(tall, TALLEST - 440, 0)
    expect(end.last).toBe(999_999)
    expect(end.first).toBe(999_990)
    const top = scrollTopFor(tall, 0, 700_000)
    const seen = visibleRows(tall, top, 0)
    expect(seen.first).toBeLessThanOrEqual(700_000)
    expect(seen.last).toBeGreaterThanOrEqual(700_000)
  })
})

describe('text in a cell', () => {
  it('that fits is drawn as it is', () => {
    expect(fitText('燃气过户', 100, 2)).toEqual({ text: '燃气过户', clamped: false })
    expect(fitText('上\n下', 100, 2)).toEqual({ text: '上\n下', clamped: false })
  })

  it('that is long is cut a little beyond two lines', () => {
    const cut = fitText('条'.repeat(5000), 200, 2)
    expect(cut.clamped).toBe(true)
    expect(cut.text.length).toBeGreaterThan(2 * 14)
    expect(cut.text.length).toBeLessThan(3 * 15 + 2)
  })

  it('with more line breaks than lines is clamped', () => {
    expect(fitText('一\n二\n三\n四', 200, 2).clamped).toBe(true)
    expect(fitText('一\n二\n三', 200, 2).clamped).toBe(true)
  })
})

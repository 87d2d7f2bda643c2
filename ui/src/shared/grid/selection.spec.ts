import { describe, expect, it } from 'vitest'
import { atCell, clampSelection, jump, rangeOf, step, walk } from './selection'

const extent = { rows: 6, cols: 3 }
const rows = ['甲', '乙', '', '', '丙', '']
const filled = ({ row, col }: { row: number; col: number }) => col === 0 && rows[row] !== ''

describe('moving', () => {
  it('never leaves the sheet', () => {
    expect(step({ row: 0, col: 0 }, 'up', extent)).toEqual({ row: 0, col: 0 })
    expect(step({ row: 5, col: 2 }, 'down', extent, 100)).toEqual({ row: 5, col: 2 })
  })

  it('jumps to the end of the filled block, over the gap, then to the end of the sheet', () => {
    expect(jump({ row: 0, col: 0 }, 'down', extent, filled)).toEqual({ row: 1, col: 0 })
    expect(jump({ row: 1, col: 0 }, 'down', extent, filled)).toEqual({ row: 4, col: 0 })
    expect(jump({ row: 4, col: 0 }, 'down', extent, filled)).toEqual({ row: 5, col: 0 })
    expect(jump({ row: 5, col: 0 }, 'up', extent, filled)).toEqual({ row: 4, col: 0 })
  })

  it('jumps to the end when the way is not read in', () => {
    expect(jump({ row: 0, col: 0 }, 'down', extent, ({ row }) => (row > 0 ? undefined : true))).toEqual({ row: 5, col: 0 })
  })
})

describe('walking with Enter and Tab', () => {
  it('steps from a single cell', () => {
    expect(walk(atCell(1, 1), 'down', extent)).toEqual(atCell(2, 1))
  })

  it('stays inside a range and keeps it', () => {
    const range = { active: { row: 1, col: 1 }, anchor: { row: 0, col: 0 }, head: { row: 1, col: 1 } }
    expect(walk(range, 'right', extent)).toEqual({ ...range, active: { row: 0, col: 0 } })
    expect(walk({ ...range, active: { row: 1, col: 0 } }, 'down', extent).active).toEqual({ row: 0, col: 1 })
    expect(walk({ ...range, active: { row: 0, col: 0 } }, 'left', extent).active).toEqual({ row: 1, col: 1 })
  })
})

describe('ranges', () => {
  it('read the same from every corner', () => {
    const selection = { active: { row: 4, col: 2 }, anchor: { row: 4, col: 2 }, head: { row: 1, col: 0 } }
    expect(rangeOf(selection)).toEqual({ top: 1, left: 0, bottom: 4, right: 2 })
  })

  it('come back into a sheet that lost rows', () => {
    expect(clampSelection(atCell(9, 9), extent)).toEqual(atCell(5, 2))
  })
})

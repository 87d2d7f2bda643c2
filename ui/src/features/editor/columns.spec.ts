import { expect, it } from 'vitest'
import { TEMPLATES } from '../../backend/fake/tables'
import { gridColumns, kindOf, storedWidths } from './columns'
import { findingFrom } from './use-findings'

it('keeps the number and the item in view and puts groups above the titles', () => {
  const columns = gridColumns(TEMPLATES[0]!.columns)
  expect(columns.filter((one) => one.frozen).map((one) => one.title)).toEqual(['序号', '事项名称'])
  expect(columns.find((one) => one.id === 'commitment_limit')?.groups).toEqual(['办理时限'])
  expect([kindOf('codes'), kindOf('markdown'), kindOf('time_limit')]).toEqual(['ticks', 'long', 'text'])
})

it('takes the widths a clerk has set and survives spoilt ones', () => {
  expect(gridColumns(TEMPLATES[0]!.columns, storedWidths('{"item_name":222,"x":"y"}'))[1]?.width).toBe(222)
  expect(storedWidths('{')).toEqual({})
})

it('walks findings in the order of the table and round its end', () => {
  const at = (id: string, position: number, field: string) => ({ id, position, field, rule: '', severity: 'error' as const, catalogue: '', entry: '', row: null, fieldTitle: null, cell: null, message: '', next: '', basis: null, fix: null })
  const all = [at('b', 2, 'y'), at('a', 2, 'x'), at('c', 5, 'x')]
  const colOf = (field: string | null) => (field === 'y' ? 4 : 1)
  const next = (row: number, col: number, way: 1 | -1 = 1) => findingFrom(all, { row, col }, way, colOf)?.id
  expect([next(-1, 0), next(1, 1), next(1, 4), next(4, 1)]).toEqual(['a', 'b', 'c', 'a'])
  expect([next(1, 1, -1), next(4, 1, -1)]).toEqual(['c', 'b'])
})

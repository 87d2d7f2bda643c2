import { expect, it } from 'vitest'
import type { ColumnView } from '@/backend'
import { gridColumns, grouped } from './columns'

const column = (field: string, over: Partial<ColumnView> = {}): ColumnView => ({
  field, title: field, group: null, kind: 'text', width: 8, required: false, options: [], unit: null, help: '', privacy: 'public', key: false, ...over,
})

it('leading columns are frozen until their room is used up, and none after', () => {
  const columns = gridColumns([column('a', { width: 4 }), column('b', { width: 10 }), column('c', { width: 40 }), column('d', { width: 2 })])
  expect(columns.map((one) => one.frozen)).toEqual([true, true, false, false])
})

it('money is right-aligned with its unit, ticks are boxes, Markdown is long text', () => {
  const [amount, tick, body] = gridColumns([column('a', { kind: 'amount', unit: '万元' }), column('b', { kind: 'tick' }), column('c', { kind: 'markdown' })])
  expect(amount).toMatchObject({ kind: 'number', align: 'end', unit: '万元' })
  expect(tick?.kind).toBe('tick')
  expect(body?.kind).toBe('long')
})

it('a width the person chose is kept', () => {
  expect(gridColumns([column('a')], { a: 77 })[0]?.width).toBe(77)
})

it('neighbours of one header group stand together in the form', () => {
  const groups = grouped([column('a'), column('b', { group: '公开事项' }), column('c', { group: '公开事项' }), column('d')])
  expect(groups.map((one) => [one.group, one.columns.length])).toEqual([[null, 1], ['公开事项', 2], [null, 1]])
})

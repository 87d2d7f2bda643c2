import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import type { ImportTable } from '@/backend'
import { useIntake } from './use-intake'

const table = (over: Partial<ImportTable> = {}): ImportTable => ({
  table: 1, title: '服务承诺表', unit: null, headerRows: [1], columns: [], alternatives: [], sample: [], records: 3, leftOut: [],
  recognised: { templateId: 't', title: '服务承诺表', confidence: 0.9, reason: '' },
  mapping: [{ column: 'A', header: '事项', field: 'item' }, { column: 'B', header: '名称', field: null }], ...over,
})

beforeEach(() => { setActivePinia(createPinia()) })

it('what the program is sure of is taken, what it is unsure of and what is hidden waits for the person', () => {
  const intake = useIntake()
  const unsure = table({ table: 2, recognised: { templateId: 't', title: '', confidence: 0.4, reason: '' } })
  intake.found({ file: 'a.xlsx', hash: '', sheets: [{ sheet: '一', hidden: false, note: null, tables: [table(), unsure] }, { sheet: '二', hidden: true, note: null, tables: [table({ table: 3 })] }] }, 'a')
  expect(intake.decisions.map((one) => one.wanted)).toEqual([true, false, false])
  expect(intake.ready).toBe(false)
  intake.office = '430902'
  expect(intake.ready).toBe(true)
})

it('a field that is given to another column leaves the one that had it', () => {
  const intake = useIntake()
  intake.found({ file: 'a.xlsx', hash: '', sheets: [{ sheet: '一', hidden: false, note: null, tables: [table()] }] }, 'a')
  intake.setField(0, 'B', 'item')
  expect(intake.request().tables[0]?.mapping).toEqual([{ column: 'A', field: null }, { column: 'B', field: 'item' }])
})

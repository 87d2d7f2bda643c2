import { screen, waitFor, within } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { createFake } from '../../backend/fake'
import { show } from '../../testing/render'
import { ImportPage } from '.'
import { repeatedFields } from './use-import'

async function read(file = 'D:\\表格\\服务承诺.xlsx') {
  const backend = createFake()
  const shown = show(ImportPage, { backend })
  await userEvent.type(screen.getByRole('textbox', { name: '文件' }), file)
  await userEvent.click(screen.getByRole('button', { name: '读取文件' }))
  return { ...shown, backend }
}
const sample = () => screen.findByRole('table', { name: '前几行和各列对应的字段' })

it('goes from a file to a new catalogue with counts that add up', async () => {
  const { backend, router } = await read()
  expect(within(await sample()).getAllByRole('row')).toHaveLength(9)
  expect(screen.getByText('吻合 93%')).toBeTruthy()
  expect(screen.getByText('第 34 行 · 合计行：')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '下一步' }))
  await waitFor(() => { expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '机构' }).value).toBe('430900-mzj') })
  await userEvent.click(screen.getByRole('button', { name: '开始导入' }))
  const result = within(await screen.findByRole('table', { name: '结果' }))
  expect(result.getAllByRole('cell').slice(2, 6).map((cell) => cell.textContent)).toEqual(['32', '30', '2', '0'])
  await userEvent.click(result.getByRole('button', { name: '打开目录' }))
  await waitFor(() => { expect(router.currentRoute.value.path).toMatch(/^\/catalogues\/\d+$/u) })
  expect(backend.store.catalogues.size).toBe(5)
})

it('changes the template and the field of a column, and keeps both when going back', async () => {
  const { backend } = await read()
  await sample()
  await waitFor(() => { expect(screen.getByRole('option', { name: /基层政务公开标准目录/u })).toBeTruthy() })
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '表样' }), 'grassroots_catalogue')
  await waitFor(() => { expect(within(screen.getByRole('table')).getAllByRole('columnheader')).toHaveLength(11) })
  const column = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'D 列“公开内容（要素）”对应的字段' })
  await userEvent.selectOptions(column(), '')
  await userEvent.click(screen.getByRole('button', { name: '下一步' }))
  await userEvent.click(screen.getByRole('button', { name: '上一步' }))
  await sample()
  expect(column().value).toBe('')
  await userEvent.click(screen.getByRole('button', { name: '下一步' }))
  await userEvent.click(await screen.findByRole('button', { name: '开始导入' }))
  await screen.findByRole('table', { name: '结果' })
  const { params } = backend.calls.find((one) => one.name === 'import_run')!
  expect(params).toMatchObject({ request: { tables: [{ templateId: 'grassroots_catalogue' }] } })
  expect(JSON.stringify(params)).toContain('{"column":"D","field":null}')
})

it('refuses two columns for one field', async () => {
  await read()
  await sample()
  await waitFor(() => { expect(screen.getAllByRole('option', { name: '设定依据' }).length).toBeGreaterThan(1) })
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'B 列“事项名称”对应的字段' }), 'legal_basis')
  expect(screen.getByRole('alert').textContent).toContain('设定依据')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '下一步' }).disabled).toBe(true)
  expect(repeatedFields({ A: 'x', B: 'x', C: '', D: '' })).toEqual(['x'])
})

it('says what to do about a file that is no spreadsheet', async () => {
  await read('D:\\图片.png')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('文件 D:\\图片.png 不是电子表格。')
  expect(alert.textContent).toContain('请选择 xlsx、xls、et、ods 或 csv 文件')
})

it('takes a dropped file', async () => {
  const backend = createFake()
  show(ImportPage, { backend })
  backend.drop(['/tmp/a.xlsx'])
  await sample()
})

import { screen, waitFor, within } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { createFake } from '../../backend/fake'
import { show } from '../../testing/render'
import { HomePage } from '.'

it('says what is to be done today and where to go for it', async () => {
  show(HomePage)
  const table = await screen.findByRole('table', { name: '今天要办' })
  const row = within(table).getAllByRole('row')[0]!
  expect(row.textContent).toContain('资阳区政务服务事项及服务承诺一览表')
  expect(row.textContent).toMatch(/有 \d+ 个错误，改正后才能导出/u)
  expect(within(row).getByRole('link', { name: '去改正' })).toBeTruthy()
})

it('begins an empty library with the choice of the office and three ways on', async () => {
  const backend = createFake({ filled: false })
  show(HomePage, { backend })
  await screen.findByRole('heading', { name: '从这里开始' })
  expect(screen.getByRole('button', { name: '导入已有的表格' })).toBeTruthy()
  await waitFor(() => { expect(screen.getByRole('option', { name: /益阳市民政局/u })).toBeTruthy() })
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '本机构' }), '430900-mzj')
  await waitFor(() => { expect(backend.store.office).toBe('430900-mzj') })
  await userEvent.click(screen.getByRole('button', { name: '装入示例资料' }))
  await waitFor(() => { expect(backend.store.catalogues.size).toBe(4) })
})

it('takes back the newest operation', async () => {
  const backend = createFake()
  show(HomePage, { backend })
  await userEvent.click(await screen.findByRole('button', { name: '撤销' }))
  await waitFor(() => { expect(backend.store.catalogues.size).toBe(0) })
})

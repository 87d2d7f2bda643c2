import { screen, waitFor, within } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { createFake } from '../../backend/fake'
import { show } from '../../testing/render'
import { CataloguesPage } from '.'

const table = () => screen.findByRole('table', { name: '目录' })

it('lists every catalogue with its findings and filters them', async () => {
  show(CataloguesPage)
  expect(within(await table()).getAllByRole('row')).toHaveLength(5)
  await userEvent.type(screen.getByRole('textbox', { name: '筛选' }), '桃江 救助')
  expect(within(await table()).getAllByRole('row')).toHaveLength(2)
  await userEvent.clear(screen.getByRole('textbox', { name: '筛选' }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '状态' }), 'errors')
  expect(within(await table()).getAllByRole('row').length).toBeLessThan(5)
})

it('makes a catalogue of a template for the own office', async () => {
  const backend = createFake()
  const { router } = show(CataloguesPage, { backend })
  await userEvent.click(await screen.findByRole('button', { name: '新建目录' }))
  const dialog = within(await screen.findByRole('dialog', { name: '新建目录' }))
  await waitFor(() => { expect(dialog.getByRole('option', { name: '服务承诺表' })).toBeTruthy() })
  await userEvent.selectOptions(dialog.getByRole('combobox', { name: '表样' }), 'service_commitment')
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: '标题' }).value).toBe('益阳市民政局服务承诺表')
  await userEvent.click(dialog.getByRole('button', { name: '新建' }))
  await waitFor(() => { expect(router.currentRoute.value.path).toMatch(/^\/catalogues\/\d+$/u) })
  expect(backend.calls.find((one) => one.name === 'catalogue_create')?.params).toMatchObject({ office: '430900-mzj', title: '益阳市民政局服务承诺表' })
})

it('names what a deletion destroys before it is done', async () => {
  const backend = createFake()
  show(CataloguesPage, { backend })
  await table()
  await userEvent.click(screen.getByRole('button', { name: '更多操作：资阳区政务服务事项及服务承诺一览表' }))
  await userEvent.click(await screen.findByText('删除目录和其中 60 条（可撤销）'))
  await waitFor(() => { expect(backend.store.catalogues.size).toBe(3) })
})

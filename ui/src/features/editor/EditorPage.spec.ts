import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { RouterView } from 'vue-router'
import { createFake } from '../../backend/fake'
import { useRefresh } from '../common'
import { show } from '../../testing/render'
import { EditorPage } from '.'

/** The page as the frame holds it: kept fresh after every write. */
const page = defineComponent({ setup: () => { useRefresh(); return () => h(RouterView) } })
const routes = [{ path: '/catalogues/:id', component: EditorPage }, { path: '/:any(.*)*', component: { render: () => null } }]

async function open(query = '') {
  const backend = createFake()
  const id = [...backend.store.catalogues.keys()][0]!
  const shown = show(page, { backend, routes })
  await shown.router.push(`/catalogues/${id}${query}`)
  const grid = await screen.findByRole('grid')
  return { ...shown, backend, id, grid, cells: () => backend.store.catalogue(id).rows.map((row) => row.cells) }
}
const form = () => within(screen.getByRole('complementary', { name: '条目' }))
const problems = () => within(screen.getByRole('complementary', { name: '问题' }))

it('names the catalogue, its office and its state', async () => {
  const { grid } = await open()
  expect(grid.getAttribute('aria-label')).toBe('资阳区政务服务事项及服务承诺一览表')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('资阳区政务服务事项及服务承诺一览表')
  expect(screen.getByText('草稿')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^撤销：装入示例资料/u })).toBeTruthy()
})

it('goes from a problem to its cell and shows the entry beside it', async () => {
  await open()
  const [first] = await problems().findAllByRole('button', { name: /承诺办结时限 30个工作日 超过|超过法定办结时限/u })
  await userEvent.click(first!)
  await waitFor(() => { expect(form().getByText('第 4 条')).toBeTruthy() })
  expect(form().getByRole<HTMLInputElement>('textbox', { name: /^承诺办结时限/u }).getAttribute('aria-invalid')).toBe('true')
})

it('writes a field of the form when it is left, and counts the findings anew', async () => {
  const { cells, backend } = await open('?entry=106')
  await form().findByText('第 5 条')
  const box = await form().findByRole<HTMLTextAreaElement>('textbox', { name: /^事项名称/u })
  await userEvent.clear(box)
  await fireEvent.change(box)
  await waitFor(() => { expect(cells().some((row) => row[1] === '')).toBe(true) })
  await problems().findByText('“事项名称”没有填写')
  expect(backend.calls.filter((one) => one.name === 'cells_edit')).toHaveLength(1)
})

it('corrects all that is safe with one button and offers to take it back', async () => {
  const { backend, id } = await open()
  const before = backend.store.findings(id).filter((one) => one.fix?.safety === 'safe').length
  await userEvent.click(await screen.findByRole('button', { name: `全部安全修正（${String(before)} 项）` }))
  await waitFor(() => { expect(backend.store.findings(id).filter((one) => one.fix?.safety === 'safe')).toHaveLength(0) })
})

it('walks the findings with F8', async () => {
  await open()
  await problems().findAllByRole('listitem')
  await fireEvent.keyDown(window, { key: 'F8' })
  await waitFor(() => { expect(form().getByText('第 1 条')).toBeTruthy() })
  await fireEvent.keyDown(window, { key: 'F8' })
  await waitFor(() => { expect(form().getByText('第 2 条')).toBeTruthy() })
})

it('undoes by name', async () => {
  const { backend, id, cells } = await open()
  const before = cells()
  const entry = backend.store.catalogue(id).rows[0]!.id
  await backend.call('cells_edit', { catalogue: id, edits: [{ entry, field: 'item_name', text: '甲' }] })
  screen.getByRole('toolbar')
  await userEvent.click(screen.getByRole('button', { name: /^撤销/u }))
  await waitFor(() => { expect(cells()).toEqual(before) })
})

it('shows the first entry until another is chosen', async () => {
  const { cells } = await open()
  expect((await form().findByRole<HTMLTextAreaElement>('textbox', { name: /^事项名称/u })).value).toBe(cells()[0]![1])
  expect(form().getByText('第 1 条')).toBeTruthy()
})

it('finds a text in the table, round its end', async () => {
  const { cells } = await open('?entry=110')
  await form().findByText('第 9 条')
  await fireEvent.keyDown(window, { key: 'f', ctrlKey: true })
  await userEvent.type(screen.getByRole('textbox', { name: '查找内容' }), `${cells()[0]![1]!}{Enter}`)
  await waitFor(() => { expect(form().getByText('第 13 条')).toBeTruthy() })
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
  await waitFor(() => { expect(form().getByText('第 1 条')).toBeTruthy() })
})

it('writes what is typed into the empty row as a new entry', async () => {
  const { backend, id, grid, cells } = await open()
  await waitFor(() => { expect(grid.querySelector('[data-row="0"]')).toBeTruthy() })
  await backend.call('cells_paste', { catalogue: id, entry: null, field: 'item_name', rows: [['新事项']] })
  await waitFor(() => { expect(grid.getAttribute('aria-rowcount')).toBe(String(cells().length + 2)) })
})

import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import App from '../../app/App.vue'
import { createFake } from '../../backend/fake'
import { show } from '../../testing/render'
import { content } from '..'

async function open(backend = createFake(), path = '/') {
  const shown = show(App, { props: { content }, routes: content.routes, backend })
  await shown.router.push(path)
  return { ...shown, backend }
}

it('has six places in the rail, each of which opens', async () => {
  const { router } = await open()
  const rail = within(screen.getByRole('navigation', { name: '主导航' }))
  expect(rail.getAllByRole('link').map((one) => one.textContent)).toEqual(['工作台', '目录', '导入', '发布', '表样', '机构'])
  for (const link of rail.getAllByRole('link')) {
    await userEvent.click(link)
    await waitFor(() => { expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(link.textContent) })
  }
  expect(router.currentRoute.value.name).toBe('offices')
})

it('finds as you type and goes to the cell', async () => {
  const { router } = await open()
  await fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
  await userEvent.type(screen.getByRole('combobox', { name: '搜索' }), '孤儿')
  const hit = await screen.findByRole('option', { name: /孤儿认定 资阳区/u })
  await userEvent.click(hit)
  await waitFor(() => { expect(router.currentRoute.value.fullPath).toMatch(/^\/catalogues\/\d+\?entry=\d+&field=item_name$/u) })
})

it('opens a place by name from the search, with the keys alone', async () => {
  const { router } = await open()
  await fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
  await userEvent.type(screen.getByRole('combobox', { name: '搜索' }), '发布{Enter}')
  await waitFor(() => { expect(router.currentRoute.value.name).toBe('publish') })
})

it('remembers language and look', async () => {
  const { backend, words } = await open()
  await userEvent.click(screen.getByRole('button', { name: '设置' }))
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: '外观' }), 'dark')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '界面语言' }), 'en')
  await waitFor(() => { expect(words.global.locale.value).toBe('en') })
  expect([backend.store.settings.get('theme'), backend.store.settings.get('language')]).toEqual(['dark', 'en'])
  expect(document.documentElement.dataset.theme).toBe('dark')
})

it('shows the keys on F1', async () => {
  await open()
  await fireEvent.keyDown(window, { key: 'F1' })
  expect(await screen.findByRole('dialog', { name: '快捷键' })).toBeTruthy()
})

it('says that the library cannot be reached and what to do', async () => {
  const backend = createFake()
  backend.answer({ library_info: () => { throw { code: 'library_locked', params: { path: 'D:\\a.desklib' }, detail: null } } })
  await open(backend)
  const line = await screen.findByText('资料库路径不可用')
  expect(line.closest('[role=alert]')?.textContent).toContain('请先关闭正在使用它的窗口或命令')
})

it('offers to undo what was done and says that it was undone', async () => {
  const { backend } = await open(createFake(), '/catalogues')
  await userEvent.click(await screen.findByRole('button', { name: /^更多操作：资阳区/u }))
  await userEvent.click(await screen.findByText('删除目录和其中 60 条（可撤销）'))
  const messages = within(screen.getByRole('region', { name: '消息' }))
  await messages.findByText('删除目录“资阳区政务服务事项及服务承诺一览表”（60 条）')
  await userEvent.click(messages.getByRole('button', { name: '撤销' }))
  await messages.findByText(/^已撤销：/u)
  expect(backend.store.catalogues.size).toBe(4)
})

it('folds away the technical details of an error nobody knows', async () => {
  const backend = createFake()
  backend.answer({ home: () => { throw new Error('disk on fire') } })
  await open(backend)
  expect(await screen.findByText('程序出了意外，已写入的资料没有受影响。')).toBeTruthy()
  const detail = screen.getByText(/disk on fire/u)
  expect(detail.closest('details')?.open).toBe(false)
})

it('chooses the own office in the tree', async () => {
  const { backend } = await open(createFake(), '/offices')
  await userEvent.type(await screen.findByRole('textbox', { name: '查找机构' }), '南县')
  await userEvent.click(screen.getByRole('button', { name: '设为本机构：南县' }))
  await waitFor(() => { expect(backend.store.office).toBe('430921') })
  await waitFor(() => { expect(screen.getByRole('link', { name: '南县' })).toBeTruthy() })
})

it('shows a template whole and makes a catalogue of it', async () => {
  await open(createFake(), '/templates/service_commitment')
  await screen.findByRole('heading', { level: 2, name: '服务承诺表' })
  expect(screen.getByText('益政办函〔2015〕28号')).toBeTruthy()
  expect(within(screen.getByRole('table', { name: /^规则/u })).getByText('承诺办结时限不得超过法定办结时限')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '用此表样新建' }))
  const dialog = within(await screen.findByRole('dialog', { name: '新建目录' }))
  await waitFor(() => { expect(dialog.getByRole<HTMLSelectElement>('combobox', { name: '表样' }).value).toBe('service_commitment') })
})

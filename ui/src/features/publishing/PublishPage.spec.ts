import { screen, waitFor, within } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { createFake } from '../../backend/fake'
import { show } from '../../testing/render'
import { PublishPage } from '.'

const CLEAN = '益阳市公共企事业单位办事公开目录'
const WRONG = '资阳区政务服务事项及服务承诺一览表'

async function publish(title: string) {
  const backend = createFake()
  const shown = show(PublishPage, { backend })
  await userEvent.click(await screen.findByRole('checkbox', { name: `选择“${title}”` }))
  await userEvent.click(screen.getByRole('button', { name: '下一步' }))
  await waitFor(() => { expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '门户适配' }).value).toBe('datapackage') })
  await userEvent.type(screen.getByRole('textbox', { name: '导出到' }), 'D:\\交门户\\导入包.zip')
  await userEvent.click(screen.getByRole('button', { name: '检查并导出' }))
  return { ...shown, backend }
}

it('shows the proof of what was written', async () => {
  const { backend } = await publish(CLEAN)
  await screen.findByText('已导出并核验：5 个文件全部一致')
  expect(within(screen.getByRole('table', { name: '导入包中的文件' })).getAllByRole('row')).toHaveLength(6)
  expect(backend.calls.find((one) => one.name === 'export_run')?.params).toMatchObject({ request: { profile: 'datapackage', out: 'D:\\交门户\\导入包.zip' } })
})

it('lists what refused the export, each leading to its cell', async () => {
  await publish(WRONG)
  const list = within(await screen.findByRole('table', { name: `${WRONG}的错误` }))
  expect(list.getAllByRole('link')[0]!.getAttribute('href')).toMatch(/^\/catalogues\/\d+\?entry=\d+&field=\w+$/u)
})

it('proves a package and names what is wrong with one', async () => {
  show(PublishPage)
  const box = screen.getByRole('textbox', { name: '导入包的位置' })
  await userEvent.type(box, '好.zip{Enter}')
  await screen.findByText('导入包完整：8 个文件全部一致')
  await userEvent.clear(box)
  await userEvent.type(box, '坏.zip')
  await userEvent.click(screen.getByRole('button', { name: '核验' }))
  await screen.findByText('内容与导出时不一致')
})

import { fireEvent, screen } from '@testing-library/vue'
import { expect, it } from 'vitest'
import { show } from '../../testing/render'
import { EmptyState, PageTitle, ProgressLine, SidePanel, StatusWord } from '.'

it('a state is said in a word, not by colour alone', () => {
  show(StatusWord, { props: { kind: 'error', count: 3 } })
  expect(screen.getByText('错误')).toBeTruthy()
  expect(screen.getByText('3')).toBeTruthy()
})

it('progress says what, how many of how many and how long, and can be stopped once', async () => {
  const { emitted, rerender } = show(ProgressLine, { props: { what: '导入', done: 1200, total: 5000, secondsLeft: 75 } })
  expect(screen.getByText('1,200 / 5,000')).toBeTruthy()
  expect(screen.getByText('约剩 2 分钟')).toBeTruthy()
  expect(screen.getByRole('progressbar', { name: '导入' }).getAttribute('aria-valuenow')).toBe('1200')
  await fireEvent.click(screen.getByRole('button', { name: '取消' }))
  expect(emitted().cancel).toHaveLength(1)
  await rerender({ stopping: true })
  expect(screen.getByRole('button').hasAttribute('disabled')).toBe(true)
})

it('progress of unknown length makes no promise', () => {
  show(ProgressLine, { props: { what: '读取', done: 7, total: null } })
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBeNull()
  expect(screen.getByText('已处理 7')).toBeTruthy()
})

it('an empty list teaches and offers a beginning', () => {
  show(EmptyState, { props: { title: '还没有目录', about: '目录是一张要公开的表。' }, slots: { default: '<button>新建目录</button>' } })
  expect(screen.getByRole('heading', { name: '还没有目录' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '新建目录' })).toBeTruthy()
})

it('the title row names the place and its state', () => {
  show(PageTitle, { props: { title: '低保公开目录', parts: ['2026', '草稿'] } })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('低保公开目录')
  expect(screen.getByText('草稿')).toBeTruthy()
})

it('a panel grows by dragging and by the keys, and never beyond its bounds', async () => {
  const { emitted } = show(SidePanel, { props: { label: '条目', size: 300, least: 200, most: 320 } })
  const edge = screen.getByRole('separator')
  await fireEvent.keyDown(edge, { key: 'ArrowLeft' })
  await fireEvent.pointerDown(edge, { clientX: 500 })
  await fireEvent.pointerMove(window, { clientX: 300 })
  await fireEvent.pointerUp(window)
  await fireEvent.pointerMove(window, { clientX: 900 })
  expect(emitted()['update:size']).toEqual([[316], [320]])
})

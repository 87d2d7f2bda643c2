import { expect, it, vi } from 'vitest'
import { useRowWindow } from './row-window'

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

function numbers(total: number, mostPages = 10) {
  let version = 'a'
  const fetch = vi.fn((from: number, count: number) =>
    Promise.resolve(Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, at) => `${version}${String(from + at)}`)),
  )
  return { fetch, change: () => { version = 'b' }, source: useRowWindow({ fetch, pageSize: 10, mostPages }) }
}

it('reads the pages that are asked for, each once', async () => {
  const { fetch, source } = numbers(100)
  source.request(5, 14)
  source.request(5, 14)
  expect(source.rowAt(5)).toBeUndefined()
  await settled()
  expect([source.rowAt(5), source.rowAt(14), source.rowAt(20)]).toEqual(['a5', 'a14', undefined])
  expect(fetch.mock.calls).toEqual([[0, 10], [10, 10]])
})

it('shows the old rows until the new ones are there', async () => {
  const { change, source } = numbers(100)
  source.request(0, 3)
  await settled()
  change()
  source.refresh()
  expect(source.rowAt(3)).toBe('a3')
  await settled()
  expect(source.rowAt(3)).toBe('b3')
})

it('does not let an answer from before a change win over the one after it', async () => {
  const answers: ((rows: string[]) => void)[] = []
  const source = useRowWindow<string>({ fetch: () => new Promise((resolve) => answers.push(resolve)), pageSize: 10 })
  source.request(0, 0)
  source.refresh()
  answers[1]?.(['new'])
  await settled()
  answers[0]?.(['old'])
  await settled()
  expect(source.rowAt(0)).toBe('new')
})

it('forgets the pages unused for longest', async () => {
  const { source } = numbers(100, 2)
  for (const row of [0, 10, 20]) {
    source.request(row, row)
    await settled()
  }
  expect([source.rowAt(0), source.rowAt(10), source.rowAt(20)]).toEqual([undefined, 'a10', 'a20'])
})

it('tells of a page that cannot be read and asks again', async () => {
  const failed = vi.fn()
  const fetch = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValue(['甲'])
  const source = useRowWindow<string>({ fetch, failed, pageSize: 10 })
  source.request(0, 0)
  await settled()
  expect(failed).toHaveBeenCalledOnce()
  source.request(0, 0)
  await settled()
  expect(source.rowAt(0)).toBe('甲')
})

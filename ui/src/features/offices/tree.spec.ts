import { expect, it } from 'vitest'
import type { OfficeNode } from '@/backend'
import { matching, treeLines } from './tree'

const office = (code: string, title: string, parent: string | null): OfficeNode => ({ code, title, parent, kind: 'county', statisticalOnly: false, catalogues: 0 })
const all = [office('430900', '益阳市', null), office('430902', '资阳区', '430900'), office('430921', '南县', '430900'), office('430921100', '南洲镇', '430921')]

it('children stand below their parent, one step further in', () => {
  expect(treeLines(all).map((line) => [line.office.title, line.depth])).toEqual([['益阳市', 0], ['资阳区', 1], ['南县', 1], ['南洲镇', 2]])
})

it('a match is shown with the offices above it', () => {
  expect(matching(treeLines(all), '南洲').map((line) => line.office.title)).toEqual(['益阳市', '南县', '南洲镇'])
})

it('an office whose parent is unknown is not lost', () => {
  expect(treeLines([office('1', '某镇', '9')])).toHaveLength(1)
})

import { expect, it } from 'vitest'
import { chosenTitles, isTicked, ticksText } from './ticks'

const options = [{ code: '1', title: '政府网站' }, { code: '2', title: '政府公报' }, { code: '3', title: '两微一端' }]

it('reads ■/□ lists, separated lists and codes', () => {
  expect(chosenTitles('■政府网站 □政府公报 ■两微一端', options)).toEqual(['政府网站', '两微一端'])
  expect(chosenTitles('政府网站、两微一端', options)).toEqual(['政府网站', '两微一端'])
  expect(chosenTitles('1;3', options)).toEqual(['政府网站', '两微一端'])
})

it('writes known titles in the order of the list and keeps the others', () => {
  expect(ticksText(['其他:村务栏', '两微一端', '政府网站'], options)).toBe('■政府网站 ■两微一端 ■其他:村务栏')
})

it('takes any mark but a mark of no for a tick', () => {
  expect(['√', '✓', '■', '是'].every(isTicked)).toBe(true)
  expect(['', ' ', '□', '×', '否'].some(isTicked)).toBe(false)
})

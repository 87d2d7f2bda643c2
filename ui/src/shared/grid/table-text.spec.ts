import { describe, expect, it } from 'vitest'
import { parseHtmlTable, parseTsv, readTable, tile, toHtml, toTsv } from './table-text'

describe('tab-separated text', () => {
  it('keeps line breaks, quotes and tabs inside one cell', () => {
    expect(parseTsv('事项\t"1.身份证\n2.户口簿"\t"称""本市"""\r\n燃气过户\t\t')).toEqual([
      ['事项', '1.身份证\n2.户口簿', '称"本市"'],
      ['燃气过户', '', ''],
    ])
  })

  it('makes no row of the line break Excel adds at the end', () => {
    expect(parseTsv('甲\t乙\r\n丙\t丁\r\n')).toEqual([['甲', '乙'], ['丙', '丁']])
  })

  it('keeps an empty row in the middle', () => {
    expect(parseTsv('甲\n\n乙')).toEqual([['甲'], [''], ['乙']])
  })

  it('leaves quotes that belong to the text', () => {
    expect(parseTsv('"一网通办"\t"最多跑一次"事项')).toEqual([['"一网通办"', '"最多跑一次"事项']])
    expect(parseTsv('"没有结束\t乙')).toEqual([['"没有结束', '乙']])
  })

  it('turns Windows line breaks inside a cell into plain ones', () => {
    expect(parseTsv('"上\r\n下"')).toEqual([['上\n下']])
  })

  it('comes back as it went out', () => {
    const rows = [['a\tb', '"引号"', '多\n行', '""', ''], ['普通', '0737-4223456', '007', ' ', '末']]
    expect(parseTsv(toTsv(rows))).toEqual(rows)
  })

  it('reads a large paste without slowing down row by row', () => {
    const text = toTsv(Array.from({ length: 20_000 }, (_, at) => [String(at), '承诺时限', '多\n行']))
    const start = performance.now()
    expect(parseTsv(text)).toHaveLength(20_000)
    expect(performance.now() - start).toBeLessThan(1500)
  })
})

describe('tables in HTML', () => {
  it('spreads merged cells: text once, the rest empty', () => {
    const html = '<table><tr><td rowspan=2>办理时限</td><td colspan="2">收费</td></tr><tr><td>标准</td><td>依据</td></tr></table>'
    expect(parseHtmlTable(html)).toEqual([['办理时限', '收费', ''], ['', '标准', '依据']])
  })

  it('keeps line breaks and folds the white space of the source', () => {
    const html = '<table><tr><td>1.身份证<br>\n  2.户口簿</td><td>\n   赫山区\n   桃花仑  </td></tr></table>'
    expect(parseHtmlTable(html)).toEqual([['1.身份证\n2.户口簿', '赫山区 桃花仑']])
  })

  it('breaks lines between the paragraphs of a word processor', () => {
    expect(parseHtmlTable('<table><tr><td><p>第一条</p><p>第二条</p></td></tr></table>')).toEqual([['第一条\n第二条']])
  })

  it('survives a span that asks for the moon', () => {
    const html = `<table><tr><td colspan="999999999">甲</td></tr><tr><td rowspan="999999999">乙</td></tr></table>`
    expect(parseHtmlTable(html)?.[0]).toHaveLength(1000)
  })

  it('comes back as it went out, with signs that mean something in HTML', () => {
    const rows = [['<b>&"', '多\n行'], ['430902', '']]
    expect(parseHtmlTable(toHtml(rows))).toEqual(rows)
  })
})

describe('what a paste reads', () => {
  it('takes the plain text of Excel and WPS', () => {
    const html = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>7</td></tr></table></html>'
    expect(readTable('007\r\n', html)).toEqual([['007']])
  })

  it('takes the table of a page or a word processor', () => {
    expect(readTable('甲\n乙\n', '<table><tr><td>甲</td><td>乙</td></tr></table>')).toEqual([['甲', '乙']])
  })

  it('takes plain text when the HTML holds no table, and nothing from nothing', () => {
    expect(readTable('只有文字', '<b>只有文字</b>')).toEqual([['只有文字']])
    expect(readTable('', '')).toBeUndefined()
  })
})

describe('filling a selection with a block', () => {
  it('repeats one cell over the selection', () => {
    expect(tile([['甲']], 2, 2)).toEqual([['甲', '甲'], ['甲', '甲']])
  })

  it('leaves the block as it is when the selection is no whole multiple', () => {
    expect(tile([['甲'], ['乙']], 3, 1)).toEqual([['甲'], ['乙']])
  })
})

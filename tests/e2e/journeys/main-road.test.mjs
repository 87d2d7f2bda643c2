// The main road in the real window: a real spreadsheet in, a finding corrected by typing, a package out and
// proved, everything there after a restart, and a way back.
import assert from 'node:assert/strict'
import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { By, Key, desk, fixtures, open, startAgain } from '../desk.mjs'

/** Columns of the grassroots catalogue. */
const SECOND_LEVEL = 3

test('a clerk imports, corrects, exports, and finds everything again', { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-e2e-'))
  const library = join(folder, 'office.desklib')
  const sheet = join(folder, '住建标准目录.xlsx')
  copyFileSync(join(fixtures, 'corpus', 'P05_住建标准目录_巩留.xlsx'), sheet)
  const packed = join(folder, '导入包.zip')

  let window = await open(library)
  try {
    await window.text('从这里开始')
    window.picture('01-first-start')
    await window.click('机构')
    await window.fill('查找机构', '资阳区')
    await window.click('设为本机构：资阳区')
    await window.see(By.xpath("//header//a[contains(., '资阳区')]"))

    await window.click('导入')
    await window.fill('文件', sheet)
    await window.click('读取文件')
    await window.text('表头第')
    window.picture('02-import-review')
    await window.click('下一步')
    await window.click('开始导入')
    await window.text('已导入 1 个目录')
    window.picture('03-import-outcome')
    await window.click('打开目录')

    await window.cellSays(0, SECOND_LEVEL, '1')
    await window.text('的格式不对')
    window.picture('04-editor-with-findings')
    await (await window.cell(0, SECOND_LEVEL)).click()
    await window.type('农村危房改造政策', Key.ENTER)
    await window.cellSays(0, SECOND_LEVEL, '农村危房改造政策')
    await window.gone('的格式不对')
    await window.type('农村危房改造对象', Key.ENTER)
    await window.cellSays(1, SECOND_LEVEL, '农村危房改造对象')
    await window.gone('“二级事项”没有填。')
    window.picture('05-editor-corrected')

    await window.click('导出')
    await window.click('下一步')
    await window.fill('导出到', packed)
    await window.click('检查并导出')
    await window.text('已导出并核验')
    window.picture('06-exported')
    assert.ok(existsSync(packed))
    const proof = desk(library, 'verify', packed)
    assert.equal(proof.code, 0, proof.stderr)
    assert.equal(proof.json.ok, true)
    // The window holds the library: a second writer is told so and changes nothing.
    const second = desk(library, 'undo')
    assert.equal(second.code, 2)
    assert.equal(second.json.error.code, 'library_locked')
    // A second start raises this window and ends by itself.
    assert.equal(await startAgain(library), 0)
    await window.text('已导出并核验')
  } finally {
    await window.close()
  }

  window = await open(library)
  try {
    await window.click('目录')
    window.picture('07-after-restart')
    const link = await window.see(By.css('table a[href*="/catalogues/"]'))
    await link.click()
    await window.cellSays(0, SECOND_LEVEL, '农村危房改造政策')
    await window.cellSays(1, SECOND_LEVEL, '农村危房改造对象')
    await window.click('撤销')
    await window.cellSays(1, SECOND_LEVEL, '')
    await window.text('“二级事项”没有填。')
    await window.click('重做')
    await window.cellSays(1, SECOND_LEVEL, '农村危房改造对象')
    window.picture('08-undone-and-redone')
  } finally {
    await window.close()
  }
  const dump = desk(library, 'dump', '1')
  assert.equal(dump.json.entries[1].level2_item.text, '农村危房改造对象')
})

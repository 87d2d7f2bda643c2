// Samples, the search over everything and the second language, in the real window.
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { By, Key, open } from '../desk.mjs'

test('a newcomer loads the samples, finds an entry by two characters and reads the window in English', { timeout: 180_000 }, async () => {
  const library = join(mkdtempSync(join(tmpdir(), 'desk-e2e-')), 'samples.desklib')
  const window = await open(library)
  try {
    await window.click('装入示例资料')
    await window.text('覆盖情况', 60_000)
    window.picture('11-home')
    await window.press(Key.CONTROL, 'k')
    await window.fill('搜索', '低保')
    const hit = await window.see(By.xpath("//*[@role='option'][contains(., '条目')]"))
    window.picture('12-search')
    await hit.click()
    await window.see(By.css('[role="grid"] [data-row] [data-col]'))
    window.picture('13-editor')
    await window.press(Key.F1)
    await window.text('快捷键')
    await window.type(Key.ESCAPE)
    for (const [place, picture] of [['目录', '14-catalogues'], ['发布', '15-publish'], ['表样', '16-templates'], ['机构', '17-offices']]) {
      await window.click(place)
      await window.see(By.css('main table, main ul'))
      window.picture(picture)
    }
    await window.click('目录')
    await (await window.see(By.xpath("//a[contains(., '资阳区政务服务事项')]"))).click()
    await window.text('承诺办结时限超过法定办结时限')
    for (const close of await window.driver.findElements(By.xpath("//button[@aria-label='关闭这条消息']"))) await close.click()
    await (await window.cell(4, 2)).click()
    await window.driver.sleep(1000)
    window.picture('19-editor-with-findings')
    await window.click('设置')
    const language = await window.see(By.xpath("//select[@id=//label[normalize-space(.)='界面语言']/@for]"))
    await language.sendKeys('English')
    await window.text('Offices')
    window.picture('18-english')
    const left = await window.driver.findElements(By.xpath("//nav//*[contains(text(), '目录')]"))
    assert.equal(left.length, 0)
  } finally {
    await window.close()
  }
})

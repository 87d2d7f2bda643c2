import { createEvent, fireEvent } from '@testing-library/vue'
import { describe, expect, it } from 'vitest'
import { input, openGrid as open } from '../../testing/grid-opened'

describe('typing with an input method', () => {
  /** keydown 229 comes first, then the composition: Chromium, WebView2, WebKit. */
  async function composeAfter229(box: HTMLTextAreaElement) {
    await fireEvent.keyDown(box, { key: 'n', keyCode: 229 })
    await fireEvent.compositionStart(box)
    box.value = 'n'
    await input(box)
    await fireEvent.keyDown(box, { key: 'i', keyCode: 229, isComposing: true })
    box.value = 'ni'
    await input(box)
  }
  /** The composition comes first, keys are called "Process": some Linux and older Windows input methods. */
  async function composeWithProcess(box: HTMLTextAreaElement) {
    await fireEvent.compositionStart(box)
    await fireEvent.keyDown(box, { key: 'Process', keyCode: 0 })
    box.value = 'n'
    await input(box)
    await fireEvent.keyDown(box, { key: 'Process', keyCode: 0 })
    box.value = 'ni'
    await input(box)
  }
  async function finish(box: HTMLTextAreaElement, text: string) {
    box.value = text
    await fireEvent.compositionEnd(box, { data: text })
    await input(box)
  }
  const styles = [['keydown 229 before compositionstart', composeAfter229], ['compositionstart with keydown Process', composeWithProcess]] as const

  it.each(styles)('loses nothing and doubles nothing: %s', async (_name, compose) => {
    const { box, go, key, edits, active } = open()
    await go(0, 1)
    await compose(box)
    expect(box.classList).toContain('open')
    expect(box.value).toBe('ni')
    await finish(box, '你')
    await compose(box)
    await finish(box, '你好')
    await key('Enter')
    expect(edits()).toEqual([[{ row: 0, col: 1, text: '你好' }]])
    expect(active()).toBe('1,1')
    expect(box.value).toBe('')
  })

  it.each(styles)('Enter, arrows and Escape belong to the candidate list while composing: %s', async (name, compose) => {
    const { box, go, edits, active } = open()
    await go(0, 1)
    await compose(box)
    for (const key of ['ArrowDown', 'Enter', 'Escape', 'Tab']) {
      const stroke = createEvent.keyDown(box, name.includes('Process') ? { key: 'Process' } : { key, keyCode: 229, isComposing: true })
      await fireEvent(box, stroke)
      expect(stroke.defaultPrevented).toBe(false)
    }
    expect(edits()).toEqual([])
    expect(active()).toBe('0,1')
    expect(box.value).toBe('ni')
  })

  it.each(styles)('a click elsewhere in the middle of composing keeps the text in its own cell: %s', async (_name, compose) => {
    const { box, go, edits } = open()
    await go(0, 1)
    await compose(box)
    await go(2, 2)
    await fireEvent.compositionEnd(box, { data: 'ni' })
    await input(box)
    expect(edits()).toEqual([[{ row: 0, col: 1, text: 'ni' }]])
    expect(box.value).toBe('')
  })

  it('takes text that comes at once, without composing', async () => {
    const { box, go, key, edits } = open()
    await go(2, 1)
    await fireEvent.keyDown(box, { key: 'Unidentified', keyCode: 229 })
    await fireEvent.update(box, '工作日')
    await key('Enter')
    expect(edits()).toEqual([[{ row: 2, col: 1, text: '工作日' }]])
  })
})

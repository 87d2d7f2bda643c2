import { describe, expect, it } from 'vitest'
import { commandOf, editorCommandOf, type KeyStroke } from './keys'

function stroke(key: string, held = '', more: Partial<KeyStroke> = {}): KeyStroke {
  return { key, ctrlKey: held.includes('C'), metaKey: false, shiftKey: held.includes('S'), altKey: held.includes('A'), ...more }
}

describe('keys while no cell is edited', () => {
  it.each([
    ['ArrowDown', '', { do: 'move', direction: 'down', extend: false, jump: false }],
    ['ArrowLeft', 'C', { do: 'move', direction: 'left', extend: false, jump: true }],
    ['ArrowUp', 'S', { do: 'move', direction: 'up', extend: true, jump: false }],
    ['ArrowRight', 'CS', { do: 'move', direction: 'right', extend: true, jump: true }],
    ['Home', '', { do: 'rowEdge', to: 'start', extend: false }],
    ['End', 'C', { do: 'sheetEdge', to: 'end', extend: false }],
    ['PageDown', 'S', { do: 'page', direction: 'down', extend: true }],
    ['Enter', 'S', { do: 'walk', direction: 'up' }],
    ['Tab', '', { do: 'walk', direction: 'right' }],
    ['F2', '', { do: 'edit' }],
    ['Delete', '', { do: 'clear' }],
    ['d', 'C', { do: 'fillDown' }],
    [';', 'C', { do: 'today' }],
    ['Z', 'C', { do: 'undo' }],
    ['y', 'C', { do: 'redo' }],
    ['F8', 'S', { do: 'nextFinding', direction: -1 }],
    ['.', 'C', { do: 'quickFix' }],
    ['Enter', 'C', { do: 'fillSame' }],
    ['h', 'C', { do: 'find', replace: true }],
    ['ArrowDown', 'A', { do: 'choose' }],
  ])('%s with [%s] is %o', (key, held, command) => {
    expect(commandOf(stroke(key, held))).toEqual(command)
  })

  it('leaves letters and digits to the text box', () => {
    expect(commandOf(stroke('a'))).toBeUndefined()
    expect(commandOf(stroke('5'))).toBeUndefined()
    expect(commandOf(stroke('A', 'S'))).toBeUndefined()
  })
})

describe('keys of an input method', () => {
  it.each([
    stroke('Enter', '', { isComposing: true }),
    stroke('Enter', '', { keyCode: 229 }),
    stroke('Process'),
    stroke('ArrowDown', '', { keyCode: 229 }),
  ])('are no command: %o', (one) => {
    expect(commandOf(one)).toBeUndefined()
    expect(editorCommandOf(one, true)).toBeUndefined()
  })
})

describe('keys while a cell is edited', () => {
  it('leave the cell with arrows after typing over, and move the caret after F2', () => {
    expect(editorCommandOf(stroke('ArrowRight'), true)?.do).toBe('commitJump')
    expect(editorCommandOf(stroke('ArrowRight'), false)).toBeUndefined()
  })

  it('break the line with Alt+Enter, fill the selection with Ctrl+Enter, drop the text with Escape', () => {
    expect(editorCommandOf(stroke('Enter', 'A'), true)).toEqual({ do: 'newline' })
    expect(editorCommandOf(stroke('Enter', 'C'), true)).toEqual({ do: 'commitSame' })
    expect(editorCommandOf(stroke('Escape'), true)).toEqual({ do: 'cancel' })
  })

  it('leave undo and copy to the text box', () => {
    expect(editorCommandOf(stroke('z', 'C'), true)).toBeUndefined()
    expect(editorCommandOf(stroke('c', 'C'), true)).toBeUndefined()
  })
})

/** The keys that work, by where they work; the words are `shortcuts.<name>`. */
const key = (what: string, ...keys: string[]) => ({ what: `shortcuts.${what}`, keys })

export const SHORTCUTS = [
  { title: 'shortcuts.window', keys: [key('search', 'Ctrl+K'), key('help', 'F1'), key('close', 'Esc')] },
  { title: 'shortcuts.editing', keys: [
    key('edit', 'F2'), key('cancel', 'Esc'), key('newline', 'Alt+Enter'), key('clear', 'Delete'), key('same', 'Ctrl+Enter'), key('fill_down', 'Ctrl+D'),
    key('today', 'Ctrl+;'), key('choose', 'Alt+↓'), key('clipboard', 'Ctrl+C', 'X', 'V'), key('undo', 'Ctrl+Z', 'Y'), key('insert', 'Ctrl+='), key('delete', 'Ctrl+-'),
  ] },
  { title: 'shortcuts.moving', keys: [
    key('walk', 'Tab', 'Enter'), key('arrows', '↑↓←→'), key('jump', 'Ctrl+↑↓←→'), key('extend', 'Shift+↑↓←→'), key('row_edge', 'Home', 'End'),
    key('sheet_edge', 'Ctrl+Home', 'End'), key('page', 'PageUp', 'PageDown'), key('select_all', 'Ctrl+A'),
  ] },
  { title: 'shortcuts.finding', keys: [key('next_finding', 'F8'), key('previous_finding', 'Shift+F8'), key('fix', 'Ctrl+.'), key('find', 'Ctrl+F')] },
]

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isTheme, THEMES, wearTheme } from './theme'

const css = readFileSync('src/app/styles/tokens.css', 'utf8')

/** Colour tokens of each theme; the light one is the plain :root. */
function tokens(theme: string): Map<string, string> {
  const head = theme === 'light' ? ':root {' : `:root[data-theme='${theme}'] {`
  const body = css.slice(css.indexOf(head)).split('}')[0] ?? ''
  return new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6})/gu)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

it.each(THEMES)('text in tables reaches 7:1, other text 4.5:1, in the theme %s', (theme) => {
  const colour = tokens(theme)
  const ratio = (text: string, ground: string) => Number(contrast(colour.get(text) ?? '#000000', colour.get(ground) ?? '#000000').toFixed(2))
  const inTables = ['ink', 'ink-soft', 'error', 'warning'].flatMap((text) => ['surface', 'surface-raised'].map((ground) => [text, ground] as const))
  const selected = [['ink', 'accent-wash'], ['accent-strong', 'accent-wash'], ['ink-soft', 'surface-head']] as const
  for (const [text, ground] of [...inTables, ...selected]) expect([text, ground, ratio(text, ground) >= 7]).toEqual([text, ground, true])
  for (const [text, ground] of [['ink-faint', 'surface-head'], ['accent-ink', 'accent'], ['done', 'surface'], ['accent', 'surface'], ['error', 'error-wash'], ['warning', 'warning-wash']] as const) {
    expect([text, ground, ratio(text, ground) >= 4.5]).toEqual([text, ground, true])
  }
})

it('dresses the document', () => {
  wearTheme('dark')
  expect(document.documentElement.dataset.theme).toBe('dark')
  wearTheme('light')
  expect(document.documentElement.classList.contains('dark')).toBe(false)
  expect(isTheme('sepia')).toBe(false)
})

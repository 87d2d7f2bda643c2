/** Light, dark and high-contrast looks: which one the document wears. Knows no setting store. */

export const THEMES = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

/** True for a look the window has; narrows stored settings. */
export function isTheme(text: string | null | undefined): text is Theme {
  return THEMES.some((known) => known === text)
}

/** Dresses the document. `dark` is also set as a class because Element Plus looks for it. */
export function wearTheme(theme: Theme): void {
  const root = document.documentElement
  root.dataset.theme = theme
  root.classList.toggle('dark', theme !== 'light')
}

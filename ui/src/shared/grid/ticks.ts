/** ■/□ lists and √ columns as text: `■政府网站 ■政务服务中心`. Pure. */
import type { CodeOption } from './types'

/** The text of a ticked √ column, as the official tables print it. */
export const TICKED = '√'
const CHOSEN = '■'

/** A cell counts as ticked when it holds anything but a mark that says no. */
export function isTicked(text: string): boolean {
  const mark = text.trim()
  return mark !== '' && !/^[□☐×✗否0]$/u.test(mark)
}

/** Titles chosen in a list cell, in its order; what the options do not know is kept as written. */
export function chosenTitles(text: string, options: readonly CodeOption[]): string[] {
  const boxed = /[■□☑☐√✓]/u.test(text)
  const parts = boxed
    ? [...text.matchAll(/[■☑√✓]\s*([^■□☑☐√✓;；\n]+)/gu)].map((match) => match[1] ?? '')
    : text.split(/[;；、,，\n]/u)
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => options.find((option) => option.code === part)?.title ?? part)
}

/** Known titles in the order of the options, then the others as written. */
export function ticksText(titles: readonly string[], options: readonly CodeOption[]): string {
  const known = options.map((option) => option.title).filter((title) => titles.includes(title))
  const others = titles.filter((title) => !known.includes(title))
  return [...known, ...others].map((title) => CHOSEN + title).join(' ')
}

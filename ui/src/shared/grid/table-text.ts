/** Tables on the clipboard: tab-separated text and HTML, both ways with Excel and WPS. Pure except for DOMParser. */

/** More cells than this are not read from one paste; also bounds what a hostile span can ask for. */
const MOST_CELLS = 2_000_000
const WIDEST_SPAN = 1000

const needsQuotes = (text: string) => /[\t\n\r]/u.test(text) || text.startsWith('"')

/** Rows as Excel writes them: tabs, CRLF, quotes only around cells with line breaks or tabs. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n')
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign)

/** Rows as an HTML table: line breaks stay inside their cell, digits stay text (codes, phone numbers). */
export function toHtml(rows: readonly (readonly string[])[]): string {
  const br = '<br style="mso-data-placement:same-cell">'
  const cell = (text: string) =>
    `<td style="mso-number-format:'\\@';white-space:pre-wrap">${escapeHtml(text).replace(/\r\n|\r|\n/gu, br)}</td>`
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')
  return `<html><head><meta charset="utf-8"></head><body><table>${body}</table></body></html>`
}

/** Reads one quoted cell that begins at `start`; undefined when the quote is a sign of the text itself. */
function quotedCell(text: string, start: number): { value: string; next: number } | undefined {
  let at = start + 1
  let value = ''
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return undefined
    value += text.slice(at, close)
    if (text[close + 1] === '"') {
      value += '"'
      at = close + 2
      continue
    }
    const after = text[close + 1]
    const ends = after === undefined || after === '\t' || after === '\n' || after === '\r'
    // Excel quotes only what needs it, so "abc" without line break, tab or doubled quote was typed with its quotes.
    const needed = /[\t\n\r"]/u.test(value)
    return ends && needed ? { value: value.replace(/\r\n|\r/gu, '\n'), next: close + 1 } : undefined
  }
}

function plainCell(text: string, start: number): { value: string; next: number } {
  const stop = /[\t\r\n]/gu
  stop.lastIndex = start
  const next = stop.exec(text)?.index ?? text.length
  return { value: text.slice(start, next), next }
}

/** Tab-separated text to rows. One line break at the very end (Excel adds it) makes no row. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  let cells = 0
  while (cells < MOST_CELLS) {
    const cell = (text[at] === '"' ? quotedCell(text, at) : undefined) ?? plainCell(text, at)
    rows.at(-1)?.push(cell.value)
    cells += 1
    at = cell.next
    if (at >= text.length) break
    if (text[at] === '\t') {
      at += 1
      continue
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (at >= text.length) break
    rows.push([])
  }
  return rows
}

/** Text of a cell as it is seen: white space folds, <br> and blocks break lines, hidden parts are left out. */
function cellText(cell: Element): string {
  let text = ''
  const visit = (node: Node) => {
    if (node.nodeType === 3) {
      text += (node.textContent ?? '').replace(/[ \t\r\n]+/gu, ' ')
      return
    }
    if (!(node instanceof Element)) return
    const tag = node.tagName.toLowerCase()
    if (tag === 'br') text = `${text.trimEnd()}\n`
    else if (tag !== 'style' && tag !== 'script') {
      const block = (tag === 'p' || tag === 'div' || tag === 'li') && text.trim() !== ''
      if (block && !text.endsWith('\n')) text = `${text.trimEnd()}\n`
      node.childNodes.forEach(visit)
    }
  }
  cell.childNodes.forEach(visit)
  return text.replaceAll('\u00a0', ' ').replace(/\n +/gu, '\n').trim()
}

const spanOf = (cell: Element, name: string) => {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), WIDEST_SPAN) : 1
}

/** First table of an HTML text to rows; a merged cell gives its text once, the cells it covers stay empty. */
export function parseHtmlTable(html: string): string[][] | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return undefined
  const grid: (string | undefined)[][] = []
  let cells = 0
  const lines = [...table.querySelectorAll('tr')].filter((line) => line.closest('table') === table)
  lines.forEach((line, y) => {
    let x = 0
    for (const cell of [...line.children].filter((child) => /^t[dh]$/iu.test(child.tagName))) {
      while (grid[y]?.[x] !== undefined) x += 1
      const height = Math.min(spanOf(cell, 'rowspan'), lines.length - y)
      const width = spanOf(cell, 'colspan')
      cells += height * width
      if (cells > MOST_CELLS) return
      place(grid, { x, y, width, height }, cellText(cell))
      x += width
    }
    grid[y] ??= []
  })
  const width = Math.max(0, ...grid.map((row) => row.length))
  if (width === 0) return undefined
  return grid.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''))
}

function place(grid: (string | undefined)[][], box: { x: number; y: number; width: number; height: number }, text: string): void {
  for (let dy = 0; dy < box.height; dy += 1) {
    const row = (grid[box.y + dy] ??= [])
    for (let dx = 0; dx < box.width; dx += 1) row[box.x + dx] = dx === 0 && dy === 0 ? text : ''
  }
}

/** True for HTML written by Excel or WPS, whose plain text keeps line breaks and leading zeros better than the HTML. */
const fromSpreadsheet = (html: string) => /urn:schemas-microsoft-com:office:(?:excel|spreadsheet)|content="?(?:Excel|ET)\.Sheet/iu.test(html)

/** What the clipboard holds as rows; undefined when there is nothing to paste. */
export function readTable(plain: string, html: string): string[][] | undefined {
  const preferHtml = html !== '' && (plain === '' || !fromSpreadsheet(html))
  const fromHtml = preferHtml ? parseHtmlTable(html) : undefined
  if (fromHtml) return fromHtml
  return plain === '' ? undefined : parseTsv(plain)
}

/** Repeats a block over a selection when the selection is a whole multiple of it (one cell fills everything). */
export function tile(rows: string[][], height: number, width: number): string[][] {
  const blockHeight = rows.length
  const blockWidth = Math.max(1, ...rows.map((row) => row.length))
  if (height % blockHeight !== 0 || width % blockWidth !== 0) return rows
  if (height * width > MOST_CELLS) return rows
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_unused, x) => rows[y % blockHeight]?.[x % blockWidth] ?? ''),
  )
}

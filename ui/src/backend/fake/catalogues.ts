/** Answers about catalogues, rows and corrections. */
import type { Handlers } from '.'
import { countsOf } from './checks'
import type { FakeStore } from './store'

type Names = 'catalogue_list' | 'catalogue_open' | 'catalogue_create' | 'catalogue_rename' | 'catalogue_delete' | 'catalogue_duplicate' | 'rows' | 'entry_show'
type EditNames = 'cells_edit' | 'cells_paste' | 'entry_insert' | 'entry_delete' | 'undo' | 'redo' | 'findings' | 'fix' | 'fix_safe'

export function catalogueHandlers(store: FakeStore): Pick<Handlers, Names> {
  return {
    catalogue_list: () => store.summaries(),
    catalogue_open: ({ catalogue }) => {
      const { template } = store.catalogue(catalogue)
      return { summary: store.summary(store.catalogue(catalogue)), columns: template.columns, basis: template.basis, about: template.about }
    },
    catalogue_create: ({ template, office, title, period }) => {
      const made: string[] = []
      const changed = store.transact('catalogue_create', { title }, made, () => { made.push(store.add(template, office, title, period, [])) })
      return { catalogue: made[0] ?? '', changed }
    },
    catalogue_rename: ({ catalogue, title }) => {
      const old = store.catalogue(catalogue)
      return store.transact('catalogue_rename', { from: old.title, title }, [catalogue], () => { store.put({ ...old, title }) }, false)
    },
    catalogue_delete: ({ catalogue }) => {
      const old = store.catalogue(catalogue)
      return store.transact('catalogue_delete', { title: old.title, entries: String(old.rows.length) }, [catalogue], () => { store.catalogues.delete(catalogue) })
    },
    catalogue_duplicate: ({ catalogue, title, period }) => {
      const old = store.catalogue(catalogue)
      const made: string[] = []
      const changed = store.transact('catalogue_duplicate', { from: old.title, title }, made, () => {
        made.push(store.add(old.template.id, old.office, title, period, old.rows.map((row) => row.cells)))
      })
      return { catalogue: made[0] ?? '', changed }
    },
    rows: ({ catalogue, from, count }) => {
      const all = store.catalogue(catalogue).rows
      const findings = store.findings(catalogue)
      const rows = all.slice(from, from + count).map((row) => ({
        entry: row.id, cells: row.cells,
        marks: findings.filter((one) => one.entry === row.id).map((one) => ({ field: one.field ?? '', severity: one.severity, finding: one.id, message: one.message })),
      }))
      return { total: all.length, from, rows }
    },
    entry_show: ({ catalogue, entry }) => {
      const { rows, template } = store.catalogue(catalogue)
      const at = rows.findIndex((row) => row.id === entry)
      const row = rows[at]
      if (!row) throw { code: 'entry_not_found', params: {}, detail: null }
      const cells = template.columns.map((column, col) => ({ field: column.field, text: row.cells[col] ?? '', address: null, html: null }))
      const versions = store.operations().filter((one) => !one.undone).slice(0, 3).map((operation) => ({ operation, fields: ['咨询电话'] }))
      return { entry, position: at + 1, cells, versions }
    },
  }
}

export function editHandlers(store: FakeStore): Pick<Handlers, EditNames> {
  const columnOf = (catalogue: string, field: string) => store.catalogue(catalogue).template.columns.findIndex((one) => one.field === field)
  /** Writes `[entry, column, text]` cells into new row objects. */
  function write(catalogue: string, edits: readonly (readonly [string, number, string])[]): void {
    const old = store.catalogue(catalogue)
    const rows = old.rows.map((row) => {
      const own = new Map(edits.filter(([entry]) => entry === row.id).map(([, col, text]) => [col, text]))
      return own.size === 0 ? row : { ...row, cells: row.cells.map((cell, col) => own.get(col) ?? cell) }
    })
    store.put({ ...old, rows })
  }
  const blank = (catalogue: string) => ({ id: store.id(), cells: store.catalogue(catalogue).template.columns.map(() => '') })
  function fix(ids: readonly string[]) {
    const found = [...store.catalogues.keys()].flatMap((id) => store.findings(id)).filter((one) => one.fix !== null && ids.includes(one.id))
    const catalogues = [...new Set(found.map((one) => one.catalogue))]
    return store.transact('fix', { cells: String(found.length) }, catalogues, () => {
      for (const one of found) if (one.fix) write(one.catalogue, [[one.entry ?? '', columnOf(one.catalogue, one.fix.field), one.fix.to]])
    }, false)
  }
  return {
    cells_edit: ({ catalogue, edits }) => {
      const { title } = store.catalogue(catalogue)
      return store.transact('cells_edit', { title, cells: String(edits.length) }, [catalogue], () => {
        write(catalogue, edits.map((one) => [one.entry, columnOf(catalogue, one.field), one.text] as const))
      }, false)
    },
    cells_paste: ({ catalogue, entry, field, rows }) => {
      const { title } = store.catalogue(catalogue)
      return store.transact('cells_paste', { title, rows: String(rows.length) }, [catalogue], () => {
        const from = entry === null ? store.catalogue(catalogue).rows.length : store.catalogue(catalogue).rows.findIndex((row) => row.id === entry)
        const old = store.catalogue(catalogue)
        const missing = Math.max(0, from + rows.length - old.rows.length)
        store.put({ ...old, checkedAt: old.checkedAt ?? old.updatedAt, rows: [...old.rows, ...Array.from({ length: missing }, () => blank(catalogue))] })
        const all = store.catalogue(catalogue).rows
        write(catalogue, rows.flatMap((cells, y) => cells.map((text, x) => [all[from + y]?.id ?? '', columnOf(catalogue, field) + x, text] as const)))
      })
    },
    entry_insert: ({ catalogue, after, count }) => {
      const old = store.catalogue(catalogue)
      const made = Array.from({ length: count }, () => blank(catalogue))
      const at = after === null ? 0 : old.rows.findIndex((row) => row.id === after) + 1
      const changed = store.transact('entry_insert', { title: old.title, count: String(count) }, [catalogue], () => {
        store.put({ ...old, rows: [...old.rows.slice(0, at), ...made, ...old.rows.slice(at)] })
      })
      return { entries: made.map((row) => row.id), changed }
    },
    entry_delete: ({ catalogue, entries }) => {
      const old = store.catalogue(catalogue)
      return store.transact('entry_delete', { title: old.title, count: String(entries.length) }, [catalogue], () => {
        store.put({ ...old, rows: old.rows.filter((row) => !entries.includes(row.id)) })
      })
    },
    undo: () => store.undo(),
    redo: () => store.redo(),
    findings: ({ catalogue }) => store.findings(catalogue),
    fix: ({ findings }) => fix(findings),
    fix_safe: ({ catalogues }) => {
      const safe = catalogues.flatMap((id) => store.findings(id)).filter((one) => one.fix?.safety === 'safe')
      return { changed: fix(safe.map((one) => one.id)), fixed: safe.length }
    },
  }
}

/** Checks the named catalogues, or all. */
export function checkAll(store: FakeStore, catalogues: readonly string[]) {
  const ids = catalogues.length > 0 ? catalogues : [...store.catalogues.keys()]
  const byCatalogue = ids.map((id) => {
    const old = store.catalogue(id)
    store.catalogues.set(id, { ...old, checkedAt: old.updatedAt })
    return { catalogue: id, counts: countsOf(store.findings(id)) }
  })
  const sum = (of: 'errors' | 'warnings' | 'hints') => byCatalogue.reduce((all, one) => all + one.counts[of], 0)
  return { counts: { errors: sum('errors'), warnings: sum('warnings'), hints: sum('hints') }, byCatalogue }
}

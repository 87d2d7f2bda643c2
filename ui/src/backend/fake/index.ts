/** A program behind the window that lives in memory: for tests, and for looking at the window in a browser. */
import type { Backend, CallName, Params, Result } from '../client'
import type { Changed, Progress } from '../generated/types'
import { catalogueHandlers, checkAll, editHandlers } from './catalogues'
import { tableFor } from './importing'
import { sampleCells } from './rows'
import { FakeStore } from './store'
import { OFFICES, TEMPLATES } from './tables'

export type Handlers = { [Name in CallName]: (params: Params<Name>) => Result<Name> | Promise<Result<Name>> }

export interface FakeOptions {
  /** Starts with an own office and the sample catalogues. */
  filled?: boolean
  /** Milliseconds between two steps of long work. */
  pace?: number
}

/** What a test may reach besides the calls. */
export interface FakeBackend extends Backend {
  store: FakeStore
  /** Replaces single answers. */
  answer: (handlers: Partial<Handlers>) => void
  /** What the next file dialog answers. */
  chosen: { path: string | null }
  /** Every call made, oldest first. */
  calls: { name: CallName; params: unknown }[]
  /** Drops files on the window. */
  drop: (paths: string[]) => void
}

const AT = '2026-11-23T10:24:00+08:00'
const wait = (milliseconds: number) => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

class Listeners<Event> {
  private readonly all = new Set<(event: Event) => void>()
  add(listen: (event: Event) => void): () => void {
    this.all.add(listen)
    return () => { this.all.delete(listen) }
  }
  tell(event: Event): void {
    for (const listen of this.all) listen(event)
  }
}

/** Long work in five steps, told and stoppable. */
function jobs(progress: Listeners<Progress>, pace: number) {
  const stopped = new Set<string>()
  async function run<T>(job: string, stage: string, work: () => T): Promise<T> {
    for (let step = 1; step <= 5; step += 1) {
      await wait(pace)
      if (stopped.has(job)) throw { code: 'cancelled', params: {}, detail: null }
      progress.tell({ job, stage, done: step * 20, total: 100, secondsLeft: pace > 0 ? Math.ceil(((5 - step) * pace) / 1000) : null })
    }
    return work()
  }
  return { run, stop: (job: string) => { stopped.add(job) } }
}
type Jobs = ReturnType<typeof jobs>

function libraryHandlers(store: FakeStore): Pick<Handlers, 'library_info' | 'home' | 'office_list' | 'office_select' | 'template_list' | 'template_show' | 'history'> {
  const used = (template: string) => [...store.catalogues.values()].filter((one) => one.template.id === template)
  const info = () => ({
    path: 'D:\\政务公开\\益阳市.desklib', name: '益阳市', office: store.office === null ? null : { code: store.office, title: store.officeTitle(store.office) },
    lastBackup: store.lastBackup, state: 'saved', undoable: store.done.at(-1)?.view ?? null, redoable: store.undone.at(-1)?.view ?? null,
  })
  return {
    library_info: info,
    home: () => {
      const all = store.summaries()
      const sum = (of: 'errors' | 'warnings' | 'hints') => all.reduce((total, one) => total + one.findings[of], 0)
      return {
        library: info(), catalogues: all.length, entries: all.reduce((total, one) => total + one.entries, 0),
        findings: { errors: sum('errors'), warnings: sum('warnings'), hints: sum('hints') },
        attention: store.attention(), recent: all.slice(0, 8), operations: store.operations().slice(0, 8),
        coverage: TEMPLATES.map((one) => ({ notice: one.notice, title: one.title, catalogues: used(one.id).length, entries: used(one.id).reduce((total, own) => total + own.rows.length, 0) })),
      }
    },
    office_list: () => OFFICES.map((one) => ({ ...one, catalogues: [...store.catalogues.values()].filter((own) => own.office === one.code).length })),
    office_select: ({ code }) => {
      store.office = code
      return info()
    },
    template_list: () => TEMPLATES.map((one) => ({ ...one, catalogues: used(one.id).length })),
    template_show: ({ id }) => store.template(id),
    history: ({ limit }) => store.operations().slice(0, limit),
  }
}

function longHandlers(store: FakeStore, { run, stop }: Jobs): Pick<Handlers, 'check' | 'import_preview' | 'import_remap' | 'import_run' | 'sample_load' | 'job_cancel'> {
  return {
    check: ({ job, catalogues }) => run(job, 'checking', () => checkAll(store, catalogues)),
    import_preview: ({ job, file }) => run(job, 'reading', () => {
      if (!/\.(xlsx?|et|ods|csv)$/u.test(file)) throw { code: 'file_not_spreadsheet', params: { file }, detail: null }
      const table = tableFor(store.template('service_commitment'), 30)
      return { file, hash: 'b1946ac92492d2347c6235b4d2611184', sheets: [
        { sheet: '服务承诺', hidden: false, tables: [table], note: null }, { sheet: '填表说明', hidden: false, tables: [], note: '没有找到表格' },
      ] }
    }),
    import_remap: ({ template }) => tableFor(store.template(template), 30),
    import_run: ({ job, request }) => run(job, 'storing', () => {
      const ids: string[] = []
      const changed = store.transact('import', { file: request.file, sheet: request.tables[0]?.sheet ?? '', rows: '30' }, ids, () => {
        for (const one of request.tables) {
          const rows = Array.from({ length: 30 }, (_, at) => sampleCells(one.templateId, at, store.officeTitle(request.office)))
          ids.push(store.add(one.templateId, request.office, one.title, '2026年', rows))
        }
      })
      const catalogues = ids.map((id, at) => ({ id, title: store.catalogue(id).title, sheet: request.tables[at]?.sheet ?? '', rows: { read: 32, imported: 30, skipped: 2, held: 0 }, findings: store.summary(store.catalogue(id)).findings }))
      return { catalogues, changed }
    }),
    sample_load: ({ job }) => run(job, 'samples', () => {
      store.office ??= '430900'
      return store.loadSamples()
    }),
    job_cancel: ({ job }) => {
      stop(job)
      return null
    },
  }
}

function publishHandlers(store: FakeStore, { run }: Jobs): Pick<Handlers, 'profile_list' | 'export_run' | 'verify' | 'publication_list'> {
  return {
    profile_list: () => [{ id: 'datapackage', title: '开放数据包（通用）', about: '描述文件、CSV、官方表式工作簿、网页和校验清单；没有指定格式的门户都可以用。' }],
    export_run: ({ job, request }) => run(job, 'exporting', () => {
      const refused = request.catalogues.flatMap((id) => {
        const findings = store.findings(id).filter((one) => one.severity === 'error')
        return findings.length > 0 ? [{ catalogue: store.summary(store.catalogue(id)), findings }] : []
      })
      if (refused.length > 0) return { path: request.out, done: false, verified: false, files: [], refused }
      for (const id of request.catalogues) store.catalogues.set(id, { ...store.catalogue(id), publishedAt: AT })
      const titles = request.catalogues.map((id) => store.catalogue(id).title)
      store.publications.unshift({ id: store.id(), at: AT, profile: request.profile, path: request.out, catalogues: titles, sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
      store.told(null, request.catalogues, false)
      const files = ['datapackage.json', ...titles.flatMap((title) => [`data/${title}.csv`, `tables/${title}.xlsx`, `pages/${title}.html`]), 'manifest']
      return { path: request.out, done: true, verified: true, refused: [], files: files.map((path, at) => ({ path, bytes: 4096 + at * 1311, sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })) }
    }),
    verify: ({ path }) => {
      if (path.includes('坏')) return { ok: false, checked: 8, problems: [{ file: 'data/服务承诺表.csv', message: '内容与导出时不一致' }] }
      return { ok: true, checked: 8, problems: [] }
    },
    publication_list: () => store.publications,
  }
}

function smallHandlers(store: FakeStore): Pick<Handlers, 'markdown_preview' | 'search' | 'setting_get' | 'setting_set' | 'backup_now' | 'doctor'> {
  return {
    markdown_preview: ({ text }) => ({ html: `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\*\*(.+?)\*\*/gu, '<strong>$1</strong>').replaceAll('\n', '<br>')}</p>` }),
    search: ({ text, limit }) => {
      const entries = [...store.catalogues.values()].flatMap((one) => one.rows.flatMap((row) => {
        const col = row.cells.findIndex((cell) => cell.includes(text))
        return col < 0 ? [] : [{ kind: 'entry', id: row.id, catalogue: one.id, title: row.cells[1] ?? '', detail: one.title, field: one.template.columns[col]?.field ?? null }]
      }))
      const catalogues = store.summaries().filter((one) => one.title.includes(text)).map((one) => ({ kind: 'catalogue', id: one.id, catalogue: one.id, title: one.title, detail: one.office.title, field: null }))
      const templates = TEMPLATES.filter((one) => one.title.includes(text)).map((one) => ({ kind: 'template', id: one.id, catalogue: null, title: one.title, detail: one.about, field: null }))
      const offices = OFFICES.filter((one) => one.title.includes(text)).map((one) => ({ kind: 'office', id: one.code, catalogue: null, title: one.title, detail: one.code, field: null }))
      return [...catalogues, ...templates, ...offices, ...entries].slice(0, limit)
    },
    setting_get: ({ key }) => store.settings.get(key) ?? null,
    setting_set: ({ key, value }) => {
      store.settings.set(key, value)
      return null
    },
    backup_now: () => {
      store.lastBackup = AT
      return { path: 'D:\\政务公开\\益阳市.backups\\20261123-102400.desklib', at: AT }
    },
    doctor: () => ({ checks: ['library', 'chain', 'backup', 'templates', 'calendar', 'reader'].map((name) => ({ name, ok: name !== 'backup', detail: name === 'backup' ? '2026-11-20' : '3' })) }),
  }
}

export function createFake({ filled = true, pace = 0 }: FakeOptions = {}): FakeBackend {
  const progress = new Listeners<Progress>()
  const changes = new Listeners<Changed>()
  const drops = new Listeners<string[]>()
  const store = new FakeStore((changed) => { changes.tell(changed) })
  const work = jobs(progress, pace)
  const handlers: Handlers = { ...libraryHandlers(store), ...catalogueHandlers(store), ...editHandlers(store), ...longHandlers(store, work), ...publishHandlers(store, work), ...smallHandlers(store) }
  if (filled) {
    store.office = '430900-mzj'
    store.loadSamples()
  }
  const chosen: { path: string | null } = { path: null }
  const calls: FakeBackend['calls'] = []
  return {
    store, chosen, calls,
    answer: (own) => { Object.assign(handlers, own) },
    drop: (paths) => { drops.tell(paths) },
    call: async (name, params) => {
      calls.push({ name, params })
      // Answers cross a wire: nobody holds the same object on both sides.
      return structuredClone(await handlers[name](params))
    },
    onProgress: (listen) => progress.add(listen),
    onChanged: (listen) => changes.add(listen),
    onFileDrop: (listen) => drops.add(listen),
    chooseFile: () => Promise.resolve(chosen.path),
    chooseFolder: () => Promise.resolve(chosen.path),
    chooseTarget: () => Promise.resolve(chosen.path),
  }
}

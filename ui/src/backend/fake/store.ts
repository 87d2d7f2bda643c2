/** The library kept in memory: catalogues with their rows, operations with what they took the place of. */
import type { Attention, CatalogueSummary, Changed, FindingView, OperationView, PublicationView, TemplateView } from '../generated/types'
import { findingsOf, countsOf } from './checks'
import { sampleCells } from './rows'
import { OFFICES, TEMPLATES } from './tables'

export interface FakeRow { id: string; cells: string[] }
export interface FakeCatalogue {
  id: string
  title: string
  template: TemplateView
  office: string
  period: string
  rows: FakeRow[]
  checkedAt: string | null
  updatedAt: string
  publishedAt: string | null
}
interface Done { view: OperationView; before: Map<string, FakeCatalogue>; after: Map<string, FakeCatalogue> }

const NOW = '2026-11-23T10:20:00+08:00'
const notFound = (code: string, params: Record<string, string>) => ({ code, params, detail: null })

export class FakeStore {
  catalogues = new Map<string, FakeCatalogue>()
  done: Done[] = []
  undone: Done[] = []
  publications: PublicationView[] = []
  settings = new Map<string, string>()
  office: string | null = null
  lastBackup: string | null = '2026-11-23T10:20:00+08:00'
  private next = 100
  constructor(private readonly tell: (changed: Changed) => void) {}

  id(): string {
    this.next += 1
    return String(this.next)
  }

  catalogue(id: string): FakeCatalogue {
    const found = this.catalogues.get(id)
    if (!found) throw notFound('catalogue_not_found', { catalogue: id })
    return found
  }

  template(id: string): TemplateView {
    const found = TEMPLATES.find((one) => one.id === id)
    if (!found) throw notFound('template_not_found', { id })
    return found
  }

  officeTitle(code: string): string {
    return OFFICES.find((one) => one.code === code)?.title ?? code
  }

  /** Runs one write as one operation; rows and catalogues are replaced, never changed in place. */
  transact(kind: string, params: Record<string, string>, touched: string[], write: () => void, rowsChanged = true): Changed {
    const before = new Map(this.catalogues)
    write()
    const view: OperationView = { id: this.id(), kind, params, at: NOW, person: '王芳', undone: false }
    this.done.push({ view, before, after: new Map(this.catalogues) })
    this.undone = []
    return this.told(view.id, touched, rowsChanged)
  }

  undo(): Changed {
    const last = this.done.pop()
    if (!last) return this.told(null, [], false)
    this.catalogues = new Map(last.before)
    this.undone.push(last)
    return this.told(last.view.id, [...new Set([...last.before.keys(), ...last.after.keys()])], true)
  }

  redo(): Changed {
    const last = this.undone.pop()
    if (!last) return this.told(null, [], false)
    this.catalogues = new Map(last.after)
    this.done.push(last)
    return this.told(last.view.id, [...last.after.keys()], true)
  }

  told(operation: string | null, catalogues: string[], rowsChanged: boolean): Changed {
    const changed = { operation, catalogues, entries: [], rowsChanged, undoable: this.done.at(-1)?.view ?? null, redoable: this.undone.at(-1)?.view ?? null }
    this.tell(changed)
    return changed
  }

  operations(): OperationView[] {
    return [...this.undone.map((one) => ({ ...one.view, undone: true })), ...[...this.done].reverse().map((one) => one.view)]
  }

  put(catalogue: FakeCatalogue): void {
    this.catalogues.set(catalogue.id, { ...catalogue, updatedAt: NOW })
  }

  add(template: string, office: string, title: string, period: string, rows: string[][]): string {
    const id = this.id()
    this.catalogues.set(id, {
      id, title, template: this.template(template), office, period, rows: rows.map((cells) => ({ id: this.id(), cells })),
      checkedAt: rows.length > 0 ? NOW : null, updatedAt: NOW, publishedAt: null,
    })
    return id
  }

  loadSamples(): Changed {
    const made: string[] = []
    return this.transact('sample_load', { count: '4' }, made, () => {
      const sample = (template: string, office: string, title: string, count: number) => {
        const rows = Array.from({ length: count }, (_, at) => sampleCells(template, at, this.officeTitle(office)))
        made.push(this.add(template, office, title, '2026年', rows))
      }
      sample('service_commitment', '430902', '资阳区政务服务事项及服务承诺一览表', 60)
      sample('grassroots_catalogue', '430922', '桃江县社会救助领域基层政务公开标准目录', 24)
      sample('service_disclosure', '430900-zls', '益阳市公共企事业单位办事公开目录', 12)
      sample('grassroots_catalogue', '430903', '赫山区义务教育领域基层政务公开标准目录', 0)
    })
  }

  findings(id: string): FindingView[] {
    const catalogue = this.catalogue(id)
    return catalogue.checkedAt === null ? [] : findingsOf(catalogue)
  }

  summary(catalogue: FakeCatalogue): CatalogueSummary {
    const { id, title, template, period, rows, checkedAt, updatedAt, publishedAt } = catalogue
    return {
      id, title, period, checkedAt, updatedAt, publishedAt, templateId: template.id, templateTitle: template.title, notice: template.notice, entries: rows.length,
      office: { code: catalogue.office, title: this.officeTitle(catalogue.office) }, findings: countsOf(this.findings(id)), changedSincePublication: false,
    }
  }

  summaries(): CatalogueSummary[] {
    return [...this.catalogues.values()].map((one) => this.summary(one))
  }

  attention(): Attention[] {
    return this.summaries().flatMap((catalogue) => {
      if (catalogue.findings.errors > 0) return [{ catalogue, reason: 'errors' }]
      if (catalogue.entries === 0) return [{ catalogue, reason: 'empty' }]
      return catalogue.publishedAt === null ? [{ catalogue, reason: 'never_published' }] : []
    })
  }
}

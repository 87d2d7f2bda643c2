/** A few checks for the backend in memory, so that findings, marks and corrections can be seen. */
import type { Counts, FindingView, FixView, Severity } from '../generated/types'
import type { FakeCatalogue } from './store'

interface Flaw { rule: string; severity: Severity; field: string; message: string; next: string; basis: string | null; fix: FixView | null }

const days = (text: string) => Number(/\d+/u.exec(text)?.[0] ?? Number.NaN)

function flawsOf(catalogue: FakeCatalogue, cells: readonly string[]): Flaw[] {
  const { columns } = catalogue.template
  const text = (field: string) => cells[columns.findIndex((one) => one.field === field)] ?? ''
  const flaws: Flaw[] = columns.filter((one) => one.required && text(one.field).trim() === '').map((one) => ({
    rule: 'GEN-001', severity: 'error', field: one.field, message: `“${one.title}”没有填写`, next: '请填写；确实没有的，写“无”。', basis: null, fix: null,
  }))
  const [statutory, promised] = [text('statutory_limit'), text('commitment_limit')]
  if (days(promised) > days(statutory)) {
    flaws.push({
      rule: 'SVC-012', severity: 'error', field: 'commitment_limit', message: `承诺办结时限 ${promised} 超过法定办结时限 ${statutory}`, next: '请核对；承诺时限不得超过法定时限。',
      basis: '国令第711号 第二十条', fix: { safety: 'suggested', field: 'commitment_limit', from: promised, to: statutory },
    })
  }
  const phone = text('consult_phone')
  if (/^\d{7}$/u.test(phone)) {
    flaws.push({
      rule: 'COD-040', severity: 'warning', field: 'consult_phone', message: `咨询电话 ${phone} 缺少区号`, next: '请补上区号。', basis: null,
      fix: { safety: 'safe', field: 'consult_phone', from: phone, to: `0737-${phone}` },
    })
  }
  if (text('is_fee') === '是' && text('fee_standard') === '') {
    flaws.push({ rule: 'SVC-014', severity: 'warning', field: 'fee_standard', message: '收费的事项没有写收费标准', next: '请填写收费标准。', basis: null, fix: null })
  }
  return flaws
}

/** What is wrong in a catalogue, row by row. */
export function findingsOf(catalogue: FakeCatalogue): FindingView[] {
  const { columns } = catalogue.template
  return catalogue.rows.flatMap((row, at) => flawsOf(catalogue, row.cells).map((flaw) => ({
    ...flaw, id: `${row.id}/${flaw.rule}/${flaw.field}`, catalogue: catalogue.id, entry: row.id, row: at + 3, position: at + 1,
    fieldTitle: columns.find((one) => one.field === flaw.field)?.title ?? null, cell: null,
  })))
}

export function countsOf(findings: readonly FindingView[]): Counts {
  const of = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  return { errors: of('error'), warnings: of('warning'), hints: of('hint') }
}

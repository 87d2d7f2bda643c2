/** A workbook that is not there: what the import wizard is shown while developing. */
import type { ImportTable, TemplateView } from '../generated/types'
import { sampleCells } from './rows'
import { TEMPLATES } from './tables'

const letter = (at: number) => String.fromCharCode(65 + at)

/** The table of the first sheet, read with a template. */
export function tableFor(template: TemplateView, records: number): ImportTable {
  const columns = template.columns.map((one, at) => ({ column: letter(at), header: one.group === null ? one.title : `${one.group}>${one.title}` }))
  return {
    table: 1, title: '资阳区政务服务事项及服务承诺一览表', unit: null, headerRows: [2, 3], columns, records,
    recognised: { templateId: template.id, title: template.title, confidence: 0.93, reason: `表头 ${String(columns.length)} 列中有 ${String(columns.length - 1)} 列与表样对得上` },
    alternatives: TEMPLATES.filter((one) => one.id !== template.id).map((one) => ({ templateId: one.id, title: one.title, confidence: 0.31, reason: `表头 ${String(columns.length)} 列中有 3 列与表样对得上` })),
    mapping: columns.map((one, at) => ({ ...one, field: at === columns.length - 1 ? null : (template.columns[at]?.field ?? null) })),
    sample: Array.from({ length: 8 }, (_, at) => ({ row: at + 4, values: sampleCells(template.id, at, '资阳区民政局') })),
    leftOut: [{ row: 34, reason: '合计行', text: '合计 30 项' }, { row: 35, reason: '表注或落款', text: '注：承诺时限自受理之日起计算。' }],
  }
}

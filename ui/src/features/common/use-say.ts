/** Words with their values: operations, dates, sizes. Wording stands in assets/locales. */
import { useI18n } from 'vue-i18n'
import type { OperationView } from '../../backend'

const two = (part: number) => String(part).padStart(2, '0')

/** The parts of a written time in the clerk's own time zone; undefined when it is none. */
function partsOf(at: string) {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return undefined
  return { year: String(date.getFullYear()), month: String(date.getMonth() + 1), day: String(date.getDate()), hour: two(date.getHours()), minute: two(date.getMinutes()) }
}

export function useSay() {
  const { t, te, n } = useI18n()
  const filled = (key: string, at: string) => {
    const parts = partsOf(at)
    return parts ? t(key, parts) : at
  }
  return {
    t,
    te,
    n,
    /** 2026年11月23日 */
    date: (at: string) => filled('common.date', at),
    /** 11月23日 10:20 */
    dateTime: (at: string) => filled('common.date_time', at),
    /** 10:20 */
    time: (at: string) => filled('common.time', at),
    /** What an operation did, for example 修改“…”的承诺时限. */
    operation: (one: OperationView) => (te(`operation.${one.kind}`) ? t(`operation.${one.kind}`, one.params) : t('operation.other')),
    /** 12.5 KB */
    bytes: (bytes: number) => (bytes < 1024 ? t('common.bytes', { bytes }) : t('common.kilobytes', { kilobytes: n(Math.round(bytes / 102.4) / 10) })),
  }
}

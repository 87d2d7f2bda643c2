/** Times as a clerk reads them: 今天 10:20, 11月23日 10:20, 2025年11月23日. */
import { useI18n } from 'vue-i18n'

export function useWhen() {
  const { t } = useI18n()

  return function when(at: string | null): string {
    const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/u.exec(at ?? '')
    if (!parts) return ''
    const [, year = '', month = '', day = '', time = ''] = parts
    const now = new Date()
    const sameYear = now.getFullYear() === Number(year)
    if (sameYear && now.getMonth() + 1 === Number(month) && now.getDate() === Number(day)) return t('app.today_at', { time })
    const named = { year, month: String(Number(month)), day: String(Number(day)), time }
    return sameYear ? t('app.day_at', named) : t('app.date', named)
  }
}

/** Choices kept in the library: language and look. Applied when the window opens and when they change. */
import { useQueryClient } from '@tanstack/vue-query'
import { onMounted } from 'vue'
import { useI18n } from 'vue-i18n'
import { isTheme, wearTheme } from '../../app/theme'
import { useBackend } from '../../backend'
import { isLocale, type Locale } from '../../i18n'
import type { Theme } from '../../app/theme'
import { useRead, useWrite } from '../common'

export function useSettings() {
  const client = useQueryClient()
  const { call } = useWrite()
  const { locale } = useI18n({ useScope: 'global' })
  const theme = useRead('setting_get', { key: 'theme' })

  function speak(language: Locale): void {
    locale.value = language
    document.documentElement.lang = language
  }
  async function setLanguage(language: Locale): Promise<void> {
    if ((await call('setting_set', { key: 'language', value: language })) === undefined) return
    speak(language)
    // Titles, findings and help come from the program in the language of the window.
    await client.invalidateQueries()
  }
  async function setTheme(look: Theme): Promise<void> {
    wearTheme(look)
    await call('setting_set', { key: 'theme', value: look })
    await client.invalidateQueries({ queryKey: ['setting_get'] })
  }
  return { locale, theme, speak, setLanguage, setTheme }
}

/** Dresses the window as it was left. A library that cannot be opened has no settings: then the defaults stay. */
export function useWindowSettings(): void {
  const backend = useBackend()
  const { speak } = useSettings()
  onMounted(async () => {
    const [language, look] = await Promise.all(['language', 'theme'].map((key) => backend.call('setting_get', { key }).catch(() => null)))
    if (isLocale(language)) speak(language)
    if (isTheme(look)) wearTheme(look)
  })
}

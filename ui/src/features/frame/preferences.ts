/** Language and look: kept in the library, so that they are there again tomorrow. */
import { onMounted, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { isTheme, wearTheme, type Theme } from '@/app/theme'
import { useBackend } from '@/backend'
import { isLocale, type Locale } from '@/i18n'
import { useWrites } from '@/shared/work'
import { useQueryClient } from '@tanstack/vue-query'

export function usePreferences() {
  const backend = useBackend()
  const client = useQueryClient()
  const writes = useWrites()
  const { locale } = useI18n()
  const theme = ref<Theme>('light')

  function wear(chosen: Theme): void {
    theme.value = chosen
    wearTheme(chosen)
  }

  function speak(chosen: Locale): void {
    locale.value = chosen
    document.documentElement.lang = chosen
  }

  async function remember(key: string, value: string): Promise<void> {
    await writes.attempt(() => backend.call('setting_set', { key, value }))
  }

  async function onLocale(event: Event): Promise<void> {
    const chosen = event.target instanceof HTMLSelectElement ? event.target.value : ''
    if (!isLocale(chosen)) return
    speak(chosen)
    await remember('language', chosen)
    // Titles and findings come from the program in its language.
    await client.invalidateQueries()
  }

  async function onTheme(event: Event): Promise<void> {
    const chosen = event.target instanceof HTMLSelectElement ? event.target.value : ''
    if (!isTheme(chosen)) return
    wear(chosen)
    await remember('theme', chosen)
  }

  onMounted(async () => {
    const [language, look] = await Promise.all([
      writes.attempt(() => backend.call('setting_get', { key: 'language' })),
      writes.attempt(() => backend.call('setting_get', { key: 'theme' })),
    ])
    if (isLocale(language)) speak(language)
    if (isTheme(look)) wear(look)
  })

  return { locale, theme, onLocale, onTheme }
}

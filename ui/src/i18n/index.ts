/**
 * Words: loads the two message files of assets/locales and hands out one vue-i18n instance.
 *
 * Messages know placeholders `{name}` and nothing else, so that the program behind the window
 * can read the very same files. Knows no feature.
 */
import { createI18n } from 'vue-i18n'
import en from '@assets/locales/en.json'
import zhCN from '@assets/locales/zh-CN.json'
import { compileMessage } from './message'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** True for a language the window speaks; narrows stored settings. */
export function isLocale(text: string | null | undefined): text is Locale {
  return LOCALES.some((known) => known === text)
}

/** A new vue-i18n instance; Chinese unless asked otherwise. */
export function createWords(locale: Locale = 'zh-CN') {
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'zh-CN',
    messageCompiler: compileMessage,
    messages: { 'zh-CN': zhCN, en },
    missingWarn: import.meta.env.DEV,
    fallbackWarn: false,
  })
}

export type Words = ReturnType<typeof createWords>

/** Switches the language of the window and of the document (screen readers, fonts, hyphenation). */
export function useLocale(words: Words, locale: Locale): void {
  words.global.locale.value = locale
  document.documentElement.lang = locale
}

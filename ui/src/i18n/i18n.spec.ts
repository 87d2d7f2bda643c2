import { expect, it } from 'vitest'
import en from '@assets/locales/en.json'
import zhCN from '@assets/locales/zh-CN.json'
import { createWords, isLocale } from '.'

/** `key placeholders` of every message. */
function messages(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`
    if (typeof value === 'object' && value !== null) return messages(value, at)
    return [`${at} ${[...new Set(String(value).match(/\{\w+\}/gu))].sort().join(' ')}`]
  })
}

it('both languages have the same messages with the same placeholders', () => {
  expect(messages(en).sort()).toEqual(messages(zhCN).sort())
})

it('fills placeholders and leaves every other sign alone', () => {
  const words = createWords()
  words.global.mergeLocaleMessage('zh-CN', { probe: '{file}!A1 @ 甲|乙 {}' })
  expect(words.global.t('probe', { file: '表 {1}' })).toBe('表 {1}!A1 @ 甲|乙 {}')
})

it('says a missing English message in Chinese', () => {
  const words = createWords('en')
  words.global.mergeLocaleMessage('zh-CN', { only: '只有中文' })
  expect(words.global.t('only')).toBe('只有中文')
})

it('knows its languages', () => {
  expect([isLocale('zh-CN'), isLocale('fr'), isLocale(null)]).toEqual([true, false, false])
})

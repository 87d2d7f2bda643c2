import vueI18n from '@intlify/eslint-plugin-vue-i18n'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

/** Templates hold no wording: every text a person reads comes from assets/locales. */
const wording = {
  'vue/no-bare-strings-in-template': ['error', { allowlist: ['·', '/', '—', '…', '+', '×', ':', '(', ')', '%'] }],
  '@intlify/vue-i18n/no-missing-keys': 'error',
  '@intlify/vue-i18n/no-raw-text': ['error', { ignorePattern: '^[^\\p{L}]+$' }],
}

export default ts.config(
  { ignores: ['dist/**', 'node_modules/**', 'src/backend/generated/**'] },
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...vue.configs['flat/recommended'],
  ...vueI18n.configs.base,
  {
    files: ['**/*.ts', '**/*.vue'],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.vue'], sourceType: 'module' },
    },
    settings: { 'vue-i18n': { localeDir: '../assets/locales/*.json', messageSyntaxVersion: '^11.0.0' } },
    rules: {
      ...wording,
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 120 }],
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Narrow with a check, not with a claim; only the wire may claim (see backend/).
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      // Layout of templates is left to the writer; these only move line breaks about.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/require-default-prop': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/no-undef-components': ['error', { ignorePatterns: ['RouterLink', 'RouterView'] }],
      'vue/max-lines-per-block': ['error', { script: 200, template: 200, skipBlankLines: true }],
    },
  },
  { files: ['src/backend/**'], rules: { '@typescript-eslint/consistent-type-assertions': 'off' } },
  {
    files: ['**/*.spec.ts', 'src/testing/**'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off', '@intlify/vue-i18n/no-missing-keys': 'off' },
  },
)

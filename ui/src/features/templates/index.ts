/** The template library. */
export { default as TemplatesPage } from './TemplatesPage.vue'

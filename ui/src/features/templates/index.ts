/** 表样: the template library. */
export { default as TemplatesPage } from './TemplatesPage.vue'

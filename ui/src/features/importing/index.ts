/** 导入: from a spreadsheet to catalogues. */
export { default as ImportPage } from './ImportPage.vue'

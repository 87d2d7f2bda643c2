/** 目录编辑: one catalogue in grid, form and problems panel. */
export { default as BasisList } from './BasisList.vue'
export { default as EditorPage } from './EditorPage.vue'

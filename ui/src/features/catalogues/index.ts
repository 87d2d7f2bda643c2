/** 目录: the list, and the dialog that makes a new one. */
export { default as CataloguesPage } from './CataloguesPage.vue'
export { default as NewCatalogue } from './NewCatalogue.vue'

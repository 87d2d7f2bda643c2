/** The catalogue list. */
export { default as CataloguesPage } from './CataloguesPage.vue'

/** The import wizard. */
export { default as ImportPage } from './ImportPage.vue'

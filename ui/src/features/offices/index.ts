/** Offices: the tree and the choice of one. */
export { default as OfficeSelect } from './OfficeSelect.vue'
export { default as OfficesPage } from './OfficesPage.vue'

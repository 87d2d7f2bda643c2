/** 机构: the four-level tree. */
export { default as OfficesPage } from './OfficesPage.vue'

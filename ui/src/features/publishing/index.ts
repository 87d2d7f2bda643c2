/** 发布: from catalogues to a verified package. */
export { default as PublishPage } from './PublishPage.vue'

/** The export wizard, the proof of packages and the publication log. */
export { default as PublishPage } from './PublishPage.vue'

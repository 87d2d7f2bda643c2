/** The table editor. */
export { default as EditorPage } from './EditorPage.vue'

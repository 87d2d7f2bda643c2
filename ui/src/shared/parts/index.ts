/** Small pieces that every place uses. */
export { default as EmptyState } from './EmptyState.vue'
export { default as PageTitle } from './PageTitle.vue'
export { default as ProgressLine } from './ProgressLine.vue'
export { default as SidePanel } from './SidePanel.vue'
export { default as StatusWord } from './StatusWord.vue'

/** What the features put into the frame around the places. */
export { default as FrameOverlays } from './FrameOverlays.vue'
export { default as OfficeName } from './OfficeName.vue'
export { default as SearchBox } from './SearchBox.vue'
export { default as StateLine } from './StateLine.vue'
export { default as ToolsMenu } from './ToolsMenu.vue'

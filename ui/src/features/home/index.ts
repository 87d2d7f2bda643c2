/** 工作台. */
export { default as HomePage } from './HomePage.vue'

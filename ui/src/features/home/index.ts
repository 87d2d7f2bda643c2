/** The home page. */
export { default as HomePage } from './HomePage.vue'

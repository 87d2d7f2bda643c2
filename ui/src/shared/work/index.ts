/** Calls to the program and what is shown of them; knows no feature. */
export { default as NoticeStack } from './NoticeStack.vue'
export { useNotices } from './notices'
export { keys, useFreshReads } from './queries'
export { useErrors, type ErrorWords } from './use-errors'
export { useJob } from './use-job'
export { useWhen } from './use-when'
export { useWrites } from './use-writes'

import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import ElementPlus from 'unplugin-element-plus/vite'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The window is served from files by the shell; nothing is ever loaded from a network. */
export default defineConfig({
  base: './',
  plugins: [
    vue(),
    // Adds the style sheet of each Element Plus component that is imported by name.
    ElementPlus({}),
  ],
  resolve: {
    alias: { '@': at('./src'), '@assets': at('../assets') },
  },
  server: { port: 5173, strictPort: true, fs: { allow: [at('..')] } },
  build: {
    // The oldest web view we meet is WebKitGTK 2.40 / WebView2 110.
    target: ['safari16.4', 'chrome110'],
    reportCompressedSize: true,
    chunkSizeWarningLimit: 1500,
  },
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.spec.ts'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    css: false,
    server: { deps: { inline: ['element-plus'] } },
  },
})

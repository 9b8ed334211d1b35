import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'

const testing = process.env.VITEST !== undefined

export default defineConfig({
  plugins: [
    vue(),
    // Element Plus alone is found by its tag; components of our own are imported where they are used.
    Components({
      dirs: [],
      resolvers: [ElementPlusResolver({ importStyle: testing ? false : 'css' })],
      dts: 'src/components.d.ts',
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: { target: 'chrome86', cssTarget: 'chrome86', manifest: true, chunkSizeWarningLimit: 1200 },
  worker: { format: 'es' },
  // For `npm run dev` beside a server started by `./guidang start`.
  server: { proxy: { '/api': process.env.GUIDANG_SERVER ?? 'http://127.0.0.1:8080' } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})

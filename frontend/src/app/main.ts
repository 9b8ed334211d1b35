import 'core-js/actual/array/at'
import 'core-js/actual/array/find-last'
import 'core-js/actual/object/has-own'
import 'core-js/actual/string/at'
import { VueQueryPlugin } from '@tanstack/vue-query'
import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import { createApp, watch } from 'vue'
import { api, body, speak } from '@/api/client'
import { openIdentity } from '@/api/identity'
import { firstLocale, i18n, setLocale } from '@/i18n'
import '@/ui/base.css'
import { useZone } from '@/ui/format'
import '@/ui/theme.css'
import App from './App.vue'
import { queries } from './queries'
import { router } from './router'

/** Light or dark as the system says, also when it changes its mind. */
function followColourScheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const apply = () => document.documentElement.classList.toggle('dark', dark.matches)
  dark.addEventListener('change', apply)
  apply()
}

async function start(): Promise<void> {
  followColourScheme()
  watch(i18n.global.locale, speak, { immediate: true })
  await setLocale(firstLocale(), false)
  const app = createApp(App).use(i18n).use(VueQueryPlugin, { queryClient: queries })
  try {
    const config = await body(api.GET('/api/config'))
    queries.setQueryData(['config'], config)
    useZone(config.timeZone)
    await openIdentity(config)
  } catch (error) {
    app.provide('failure', error)
  }
  app.use(router).mount('#app')
}

void start()

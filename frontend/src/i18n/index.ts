import { nextTick } from 'vue'
import { createI18n } from 'vue-i18n'
import zh from './zh-CN'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const CHOSEN = 'guidang.language'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh } as Record<string, typeof zh>,
})

/** What was chosen before, else English for who reads no Chinese, else Chinese. */
export function firstLocale(): Locale {
  const chosen = localStorage.getItem(CHOSEN)
  if (chosen === 'zh-CN' || chosen === 'en') return chosen
  return navigator.languages.some((language) => language.startsWith('zh')) || navigator.languages.length === 0
    ? 'zh-CN'
    : navigator.languages[0]?.startsWith('en')
      ? 'en'
      : 'zh-CN'
}

export async function setLocale(locale: Locale, remember = true): Promise<void> {
  if (locale === 'en' && !i18n.global.availableLocales.includes('en')) {
    i18n.global.setLocaleMessage('en', (await import('./en')).default)
  }
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  if (remember) localStorage.setItem(CHOSEN, locale)
  await nextTick()
}

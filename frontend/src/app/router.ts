import { createRouter, createWebHistory } from 'vue-router'
import { completeSignIn, signedIn, signedInBefore, signIn } from '@/api/identity'
import type { Role } from '@/api/types'

declare module 'vue-router' {
  interface RouteMeta {
    /** Who may open the page; everybody signed in where it is left out. */
    roles?: Role[]
    /** Key of the page's name, for the window's title. */
    title: string
    /** Shown without signing in. */
    open?: boolean
  }
}

const readers: Role[] = ['clerk', 'officer', 'auditor']
const overseers: Role[] = ['officer', 'auditor', 'administrator']

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: () => import('@/features/home/HomePage.vue'), meta: { title: 'nav.home' } },
    {
      path: '/file',
      component: () => import('@/features/filing/FilePage.vue'),
      meta: { title: 'nav.file', roles: ['clerk'] },
    },
    {
      path: '/search',
      component: () => import('@/features/search/SearchPage.vue'),
      meta: { title: 'nav.search', roles: readers },
    },
    {
      path: '/reports/:id',
      component: () => import('@/features/reports/ReportPage.vue'),
      props: true,
      meta: { title: 'nav.report', roles: readers },
    },
    {
      path: '/rectifications/new',
      component: () => import('@/features/rectification/NewItemPage.vue'),
      meta: { title: 'nav.newItem', roles: ['clerk', 'officer'] },
    },
    {
      path: '/rectifications/:organization/:id',
      component: () => import('@/features/rectification/ItemPage.vue'),
      props: true,
      meta: { title: 'nav.item', roles: readers },
    },
    {
      path: '/statistics',
      component: () => import('@/features/statistics/StatisticsPage.vue'),
      meta: { title: 'nav.statistics', roles: overseers },
    },
    {
      path: '/statistics/list',
      component: () => import('@/features/statistics/ListPage.vue'),
      meta: { title: 'nav.statistics', roles: overseers },
    },
    {
      path: '/rectifications',
      component: () => import('@/features/register/RegisterPage.vue'),
      meta: { title: 'nav.register', roles: readers },
    },
    {
      path: '/rectifications/print',
      component: () => import('@/features/register/PrintPage.vue'),
      meta: { title: 'nav.register', roles: readers },
    },
    { path: '/rectifications/imports', redirect: '/rectifications/imports/new' },
    {
      path: '/rectifications/imports/new',
      component: () => import('@/features/register/NewImportPage.vue'),
      meta: { title: 'register.import', roles: ['clerk', 'officer'] },
    },
    {
      path: '/rectifications/imports/:id',
      component: () => import('@/features/register/ImportPage.vue'),
      props: true,
      meta: { title: 'register.import', roles: ['clerk', 'officer'] },
    },
    {
      path: '/coincidences',
      component: () => import('@/features/coincidences/CoincidencesPage.vue'),
      meta: { title: 'nav.coincidences', roles: ['officer', 'auditor'] },
    },
    {
      path: '/campaigns',
      component: () => import('@/features/campaigns/CampaignsPage.vue'),
      meta: { title: 'nav.campaigns' },
    },
    {
      path: '/campaigns/new',
      component: () => import('@/features/campaigns/WizardPage.vue'),
      meta: { title: 'nav.newCampaign', roles: ['administrator'] },
    },
    {
      path: '/campaigns/:code/edit',
      component: () => import('@/features/campaigns/WizardPage.vue'),
      props: true,
      meta: { title: 'nav.newCampaign', roles: ['administrator'] },
    },
    {
      path: '/calendars',
      component: () => import('@/features/campaigns/CalendarPage.vue'),
      meta: { title: 'nav.calendars' },
    },
    {
      path: '/campaigns/:code',
      component: () => import('@/features/campaigns/CampaignPage.vue'),
      props: true,
      meta: { title: 'nav.campaign' },
    },
    {
      path: '/campaigns/:code/template',
      component: () => import('@/features/campaigns/TemplatePage.vue'),
      props: true,
      meta: { title: 'nav.template', roles: ['administrator', 'officer'] },
    },
    {
      path: '/organizations',
      component: () => import('@/features/organizations/OrganizationsPage.vue'),
      meta: { title: 'nav.organizations', roles: overseers },
    },
    {
      path: '/organizations/import',
      component: () => import('@/features/organizations/ImportPage.vue'),
      meta: { title: 'nav.import', roles: ['administrator'] },
    },
    {
      path: '/organizations/:code',
      component: () => import('@/features/organizations/OrganizationPage.vue'),
      props: true,
      meta: { title: 'nav.organization' },
    },
    {
      path: '/jobs',
      component: () => import('@/features/jobs/JobsPage.vue'),
      meta: { title: 'nav.jobs', roles: overseers },
    },
    { path: '/jobs/imports', redirect: '/jobs/imports/new' },
    {
      path: '/jobs/imports/new',
      component: () => import('@/features/jobs/NewImportPage.vue'),
      meta: { title: 'nav.bulkImport', roles: ['officer'] },
    },
    {
      path: '/jobs/imports/:id',
      component: () => import('@/features/jobs/ReportImportPage.vue'),
      props: true,
      meta: { title: 'nav.bulkImport', roles: ['officer'] },
    },
    {
      path: '/jobs/:id',
      component: () => import('@/features/jobs/JobPage.vue'),
      props: true,
      meta: { title: 'nav.jobs', roles: overseers },
    },
    {
      path: '/system',
      component: () => import('@/features/system/SystemPage.vue'),
      meta: { title: 'nav.system', roles: ['administrator', 'auditor'] },
    },
    {
      path: '/sign-in',
      component: () => import('./SignInPage.vue'),
      meta: { title: 'nav.signIn', open: true },
    },
    {
      path: '/callback',
      component: () => import('./CallbackPage.vue'),
      meta: { title: 'nav.signIn', open: true },
    },
    {
      path: '/:anything(.*)*',
      component: () => import('./NotFoundPage.vue'),
      meta: { title: 'nav.notFound' },
    },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.beforeEach(async (to) => {
  if (to.path === '/callback') {
    try {
      const back = await completeSignIn()
      return { ...router.resolve(back), replace: true }
    } catch {
      return true
    }
  }
  if (to.meta.open || signedIn()) return true
  if (signedInBefore()) {
    try {
      await signIn(to.fullPath)
      return false
    } catch {
      // The provider can't be reached: the sign-in page says so.
    }
  }
  return { path: '/sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
})

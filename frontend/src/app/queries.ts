import { QueryClient } from '@tanstack/vue-query'
import { ApiProblem } from '@/api/problem'

/** Server state: read again when a page is opened, repeated once where a failure may pass by itself. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 1 && error instanceof ApiProblem && error.passing,
      retryDelay: 800,
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false },
  },
})

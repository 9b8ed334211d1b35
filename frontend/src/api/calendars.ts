import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { api, body, idempotencyKey } from './client'
import type { CalendarReport } from './types'

export const useCalendars = () =>
  useQuery({ queryKey: ['calendars'], queryFn: () => body(api.GET('/api/calendars')) })

/** Sends the file's bytes as they are: the server tells UTF-8 from GB18030. */
export function useCalendarImport() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, dryRun }: { file: Blob; dryRun: boolean }): Promise<CalendarReport> =>
      body(
        api.POST('/api/calendars/imports', {
          params: { query: { dryRun }, header: { 'Idempotency-Key': idempotencyKey() } },
          body: file as unknown as string,
          bodySerializer: (bytes) => bytes as unknown as BodyInit,
          headers: { 'Content-Type': 'text/csv' },
        }),
      ),
    onSuccess: (_report, { dryRun }) => (dryRun ? undefined : queries.invalidateQueries()),
  })
}

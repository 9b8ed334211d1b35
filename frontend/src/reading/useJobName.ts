import { useI18n } from 'vue-i18n'
import type { Job } from '@/api/types'

/** What a job is called: its kind in words, and what of its subject tells it from others. */
export function useJobName() {
  const { t, te } = useI18n()
  const worded = (key: string, otherwise: string) => (te(key) ? t(key) : otherwise)
  const kind = (job: Job) => worded(`job.kind.${job.kind}`, job.kind)
  const subject = ({ subject: { campaignName, campaign, name, table, step } }: Job) =>
    [
      step && worded(`job.step.${step}`, step),
      table && worded(`job.table.${table}`, table),
      campaignName ?? campaign,
      name,
    ]
      .filter(Boolean)
      .join(' · ')
  const name = (job: Job) => [kind(job), subject(job)].filter(Boolean).join(' · ')
  return { kind, subject, name }
}

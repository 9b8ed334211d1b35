import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body } from './client'
import { atLastWrite } from './position'

type Code = MaybeRefOrGetter<string | undefined>

export const organizationFigures = (campaign: string, parent?: string) =>
  atLastWrite((position) =>
    body(api.GET('/api/statistics/organizations', { params: { query: { campaign, parent, position } } })),
  )

export const useOrganizationFigures = (campaign: Code, parent: Code) =>
  useQuery({
    queryKey: ['figures', computed(() => toValue(campaign)), computed(() => toValue(parent))],
    queryFn: () => organizationFigures(toValue(campaign) ?? '', toValue(parent)),
    enabled: computed(() => !!toValue(campaign)),
    retry: false,
  })

export const useMonthFigures = (campaign: Code, organization: Code) =>
  useQuery({
    queryKey: ['months', computed(() => toValue(campaign)), computed(() => toValue(organization))],
    queryFn: () =>
      atLastWrite((position) =>
        body(
          api.GET('/api/statistics/months', {
            params: { query: { campaign: toValue(campaign), organization: toValue(organization), position } },
          }),
        ),
      ),
    enabled: computed(() => !!toValue(campaign)),
    retry: false,
  })

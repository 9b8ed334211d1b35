import type { Evidence, ItemStep, ItemView } from '@/api/types'

/** A picture among an item's files, and the step that brought it. */
export interface Picture {
  position: number
  file: Evidence
}

/** All that can be looked at in place, in the order of the timeline. */
export const pictures = (item: ItemView): Picture[] =>
  item.steps.flatMap(({ position, evidence }) =>
    (evidence ?? []).filter(({ preview }) => preview).map((file) => ({ position, file })),
  )

/** Beyond this a browser is not given the original to show: the small picture does. */
const MOST_SHOWN = 40e6

export const isPicture = ({ mediaType }: Evidence): boolean =>
  /^image\/(jpeg|png|gif|webp|bmp)$/.test(mediaType)

export const showsOriginal = (file: Evidence): boolean => isPicture(file) && file.size <= MOST_SHOWN

/** What a file without a picture is called in two or three letters. */
export function shortType({ name, mediaType }: Evidence): string {
  const ending = /\.(\w{1,5})$/.exec(name ?? '')?.[1]
  return (ending ?? mediaType.split('/')[1] ?? '').slice(0, 5).toUpperCase()
}

/** Words of the item before a step that changed them. */
export function wordsBefore(item: ItemView, step: ItemStep) {
  return item.steps.filter(({ item: words, position }) => words && position < step.position).at(-1)?.item
}

/** What was asked to be mended when its close-out was refused last; nothing once it is no longer returned. */
export function missing(item: ItemView): ItemStep | undefined {
  return item.state === 'returned' ? item.steps.filter(({ type }) => type === 'returned').at(-1) : undefined
}

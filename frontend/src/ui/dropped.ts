/** Files dropped on one page and taken up by the next. */
let waiting: File[] = []

export const hand = (files: File[]) => {
  waiting = files
}

export const takeDropped = (): File[] => {
  const files = waiting
  waiting = []
  return files
}

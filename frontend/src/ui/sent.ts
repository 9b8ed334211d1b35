/** A file on its way to the server. */
export interface Sent {
  key: number
  name: string
  /** 0 where it is not known. */
  size: number
  state: 'sending' | 'reading' | 'read' | 'failed' | 'gone'
  /** Part sent, 0–1. */
  part: number
  error?: unknown
  /** Only where it can be paused. */
  paused?: boolean
  pause?: () => void
  resume?: () => void
}

export const isUnderWay = ({ state }: Sent) => state === 'sending' || state === 'reading'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { discardUpload, sendUpload } from '@/api/uploads'
import { cancelled } from '@/api/sending'
import type { Upload } from '@/api/types'
import { useUploads, type Item } from './useUploads'

vi.mock('@/api/uploads', () => ({ discardUpload: vi.fn(() => Promise.resolve()), sendUpload: vi.fn() }))

const arrivals: ((upload: Upload) => void)[] = []
const pause = vi.fn()
beforeEach(() => {
  arrivals.splice(0)
  vi.clearAllMocks()
  vi.mocked(sendUpload).mockImplementation(() => {
    let cancel = () => {}
    const done = new Promise<Upload>((resolve, reject) => {
      cancel = () => reject(cancelled())
      arrivals.push(resolve)
    })
    return { done, cancel, pause, resume: () => {} }
  })
})
const files = (...names: string[]) => names.map((name) => new File(['x'], name))

test('who takes the main file out, on its way or read, makes the next one main', async () => {
  const uploads = useUploads(() => 'A')
  uploads.add(files('材料.docx', '签字页.pdf', '附件.docx'))
  expect(uploads.items.map(({ role }) => role)).toEqual(['main', 'signed-scan', 'attachment'])
  uploads.remove(uploads.items[0] as Item)
  await flushPromises()
  expect(uploads.items.map(({ name, role }) => [name, role])).toEqual([
    ['签字页.pdf', 'main'],
    ['附件.docx', 'attachment'],
  ])
  arrivals[1]?.({ id: 'u1' } as Upload)
  await flushPromises()
  expect(uploads.main.value?.upload.id).toBe('u1')
  uploads.remove(uploads.items[0] as Item)
  expect(discardUpload).toHaveBeenCalledExactlyOnceWith('u1')
  expect(uploads.items.map(({ role }) => role)).toEqual(['main'])
  expect(uploads.busy.value).toBe(true)
})

test('a file that can be paused says whether it is', () => {
  const uploads = useUploads(() => 'A')
  uploads.add(files('a.pdf'))
  uploads.items[0]?.pause?.()
  expect(pause).toHaveBeenCalledOnce()
  expect(uploads.items[0]?.paused).toBe(true)
  uploads.items[0]?.resume?.()
  expect(uploads.items[0]?.paused).toBe(false)
})

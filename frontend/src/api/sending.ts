import { headers, signInAgain } from './client'
import { isClassifiedName } from './marking'
import { ApiProblem, problemOf, unreachable } from './problem'

export interface Sending<Answer> {
  done: Promise<Answer>
  cancel(): void
  /** Only where what was sent stays on the server: it goes on from there. */
  pause?(): void
  resume?(): void
}

/** Not a byte of a file whose name is marked as secret leaves this machine. */
export function refusedByName(file: File): ApiProblem | undefined {
  return isClassifiedName(file.name) ? new ApiProblem({ code: 'file-classified', status: 0 }) : undefined
}

export const cancelled = () => new DOMException('cancelled', 'AbortError')

/**
 * Sends one file as a raw body. By XMLHttpRequest, since fetch tells nothing of progress in the browsers we serve.
 * `progress` gets the part sent, 0–1; between 1 and the end the server reads what it got.
 */
export function sendFile<Answer>(
  address: string | URL,
  file: File,
  progress: (part: number) => void,
): Sending<Answer> {
  const refused = refusedByName(file)
  if (refused) return { done: Promise.reject(refused), cancel: () => {} }
  const request = new XMLHttpRequest()
  const done = headers().then(
    (fields) =>
      new Promise<Answer>((resolve, reject) => {
        request.open('POST', address)
        for (const [name, value] of Object.entries(fields)) request.setRequestHeader(name, value)
        request.setRequestHeader('Content-Type', 'application/octet-stream')
        request.responseType = 'json'
        request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total)
        request.upload.onload = () => progress(1)
        request.onload = () => {
          if (request.status === 201) resolve(request.response as Answer)
          else reject(problemOf(request.status, request.response))
          if (request.status === 401) void signInAgain()
        }
        request.onerror = () => reject(unreachable())
        request.onabort = () => reject(cancelled())
        request.send(file)
      }),
  )
  return { done, cancel: () => request.abort() }
}

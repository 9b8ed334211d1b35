/** pdf.js iterates streams with `for await`; browsers do so from Chrome 124 on. */
const streams = ReadableStream.prototype as ReadableStream & { [Symbol.asyncIterator]?: unknown }

if (!streams[Symbol.asyncIterator]) {
  streams[Symbol.asyncIterator] = async function* (this: ReadableStream) {
    const reader = this.getReader()
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        yield value
      }
    } finally {
      reader.releaseLock()
    }
  }
}

export {}

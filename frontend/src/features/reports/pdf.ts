import 'core-js/stable'
import './stream-iterator'
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import PdfWorker from './pdf.worker?worker'

/** Opens a document by address; it is fetched in ranges while pages are looked at. */
export function openPdf(url: string) {
  const worker = new pdfjs.PDFWorker({ port: new PdfWorker() as unknown as null })
  const task = pdfjs.getDocument({
    url,
    worker,
    isEvalSupported: false,
    disableAutoFetch: true,
    cMapUrl: '/pdf/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdf/fonts/',
    wasmUrl: '/pdf/wasm/',
  })
  return {
    document: task.promise,
    close: () => task.destroy().finally(() => worker.destroy()),
  }
}

export type PdfPage = Awaited<ReturnType<pdfjs.PDFDocumentProxy['getPage']>>
export type PdfDocument = pdfjs.PDFDocumentProxy

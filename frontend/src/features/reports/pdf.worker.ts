// Bundled as one worker with what old browsers lack: pdf.js' own worker file would run without it.
import 'core-js/stable'
import './stream-iterator'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'

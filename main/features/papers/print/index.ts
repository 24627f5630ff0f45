/** Writing papers into files. Not in the feature's own index: every thread would load what writes .docx. */
export { printOneByOne, writePrintedPdf } from './one-by-one.ts';
export { type FormInput, type PrintedPapers, writeForm } from './jobs.ts';

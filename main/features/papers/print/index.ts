/** Writing papers into files. Not in the feature's own index: every thread would load what writes .docx. */
export { type FormInput, type PrintedPapers, writeForm } from './jobs.ts';

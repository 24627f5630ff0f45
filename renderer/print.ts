import './app/newer-methods.ts';
import type { LayoutOptions } from './ui/paper/layout/lay-out-papers.ts';
import { type LaidOutPapers, layOutPapers } from './ui/paper/layout/lay-out-papers.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import './print.css';

/*
 * A page with nothing but papers: the core has it laid out in a browser without a window and takes it as PDF. It is
 * spoken to from outside, by the browser's own protocol, and asks for nothing itself.
 */

declare global {
  interface Window {
    layOutForPrint?: (papers: readonly Paper[], options: LayoutOptions) => LaidOutPapers;
  }
}

const container = document.getElementById('pages');
if (container !== null) {
  window.layOutForPrint = (papers, options) => layOutPapers(container, papers, options);
}

import './app/newer-methods.ts';
import type { LaidOutPapers, LayoutOptions } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { layOutPapers } from './ui/paper/layout/lay-out-papers.ts';
import './print.css';

/*
 * A page with nothing but papers: the core has it laid out in a browser without a window and takes it as PDF. It is
 * spoken to from outside, by the browser's own protocol, and asks for nothing itself.
 */

declare global {
  interface Window {
    /** Adds papers behind those that are there: few at a time, so that there is progress to tell. */
    addPapers?: (papers: readonly Paper[], options: LayoutOptions) => LaidOutPapers;
  }
}

const pages = document.getElementById('pages');
if (pages !== null) {
  window.addPapers = (papers, options) => {
    const made = document.createElement('div');
    const laidOut = layOutPapers(made, papers, options);
    pages.append(...made.childNodes);
    return laidOut;
  };
}

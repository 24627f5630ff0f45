import type { LayoutOptions } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { layOutPapers } from './layout/lay-out-papers.ts';
import { testPage } from './layout/test-page.ts';
import styles from './print-papers.module.css';

/*
 * Printing by the browser's own dialog, on both hosts: the same pages as in the preview are laid beside everything else
 * and are the only thing that goes to paper.
 */

/** What must be set in the dialog; the pages bring their own margins. */
export const printAdvice = '打印窗口里请确认三项：缩放 100%，边距“无”，不勾选“页眉和页脚”。';

/** Opens the print dialog for all papers; the promise ends with it. */
export function printPapers(papers: readonly Paper[], options: LayoutOptions = {}): Promise<void> {
  return printWhat((container) => void layOutPapers(container, papers, options));
}

/** A page with rules of known length, by which the clerk sees whether the printer scales. */
export function printTestPage(): Promise<void> {
  return printWhat((container) => container.replaceChildren(testPage()));
}

/** One picture on a page lying on its side. */
export function printPicture(picture: HTMLCanvasElement): Promise<void> {
  return printWhat((container) => {
    const page = document.createElement('div');
    page.className = styles['picture'] ?? '';
    page.append(picture);
    container.append(page);
  });
}

/** One picture that is a whole upright page, with its own margins. */
export function printSheet(image: HTMLImageElement): Promise<void> {
  return printWhat((container) => {
    const page = document.createElement('div');
    page.className = styles['sheet'] ?? '';
    page.append(image);
    container.append(page);
  });
}

const PRINTING = 'printing-papers';

function printWhat(fill: (container: HTMLElement) => void): Promise<void> {
  const container = document.createElement('div');
  container.className = styles['printed'] ?? '';
  fill(container);
  document.body.append(container);
  document.documentElement.classList.add(PRINTING);
  return new Promise((resolve) => {
    const end = (): void => {
      document.documentElement.classList.remove(PRINTING);
      container.remove();
      resolve();
    };
    window.addEventListener('afterprint', end, { once: true });
    window.print();
  });
}

import { useEffect } from 'react';
import { client } from '../client.ts';
import { reportedTitle } from '../../ui/page-title.ts';

const LONGEST_FILTER = 300;
const LONGEST_COUNT = 60;

/** Whatever goes to the browser's print dialog, by a button or by Ctrl+P, leaves a line in the log. */
export function useNotedPrints(): void {
  useEffect(() => {
    const note = (): void => {
      const page = document.querySelector('main') ?? document.body;
      const filter = filterOf(page).slice(0, LONGEST_FILTER);
      const count = (page.querySelector('h1 + span')?.textContent ?? '').slice(0, LONGEST_COUNT);
      // The print itself must not wait for it, nor fail with it.
      void client.history
        .notePrint({ page: reportedTitle() ?? '本页', filter, count })
        .catch(() => undefined);
    };
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, []);
}

/** What is chosen in the fields of the page's toolbar, as it is read there. */
function filterOf(page: Element): string {
  const toolbar = page.querySelector('[data-toolbar]');
  if (toolbar === null) return '';
  const texts = [
    ...toolbar.querySelectorAll<HTMLInputElement>('input:not([type=radio], [type=checkbox])'),
  ].map((input) => input.value);
  const choices = [
    ...toolbar.querySelectorAll(
      '.ant-select-selection-item, .ant-segmented-item-selected, .ant-radio-button-wrapper-checked',
    ),
  ].map((item) => item.textContent);
  return [...texts, ...choices]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('、');
}

import { useEffect } from 'react';
import { createStore, useStore } from '../app/store.ts';

export const PROGRAM = '消安办工作台';
const title = createStore<string | null>(null);

/** The open page says what it is called: in the breadcrumb and in the window's title. */
export function useReportTitle(text: string): void {
  useEffect(() => {
    title.set(text);
    document.title = `${text} - ${PROGRAM}`;
    return () => {
      title.set(null);
      document.title = PROGRAM;
    };
  }, [text]);
}

/** For what asks once, and need not be drawn anew by each page. */
export function reportedTitle(): string | null {
  return title.get();
}

export function useReportedTitle(): string | null {
  return useStore(title);
}

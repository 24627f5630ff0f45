import { useCallback, useEffect, useRef } from 'react';
import type { Editor } from '@tiptap/core';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { toBlocks } from './document/to-blocks.ts';

const PAUSE_MS = 400;

interface Emission {
  /** Something was typed. */
  note: (editor: Editor) => void;
  /** Gives now what is still to be given. */
  flush: () => void;
  /**
   * Whether these blocks only come back to where they were written. An echo may come late, when more has been written
   * and given since; what was shown before and is shown again is no echo: somebody went back to it.
   */
  isEcho: (blocks: readonly PaperBlock[]) => boolean;
}

/** Gives the text as blocks at every pause in writing, and when the page or the editor goes. */
export function useEmission(onChange: (blocks: PaperBlock[]) => void): Emission {
  const listener = useRef(onChange);
  const pending = useRef<{ editor: Editor; timer: number } | null>(null);
  const given = useRef({ numbers: new WeakMap<readonly PaperBlock[], number>(), last: 0, shown: 0 });
  useEffect(() => {
    listener.current = onChange;
  }, [onChange]);

  const flush = useCallback(() => {
    if (pending.current === null) return;
    const { editor, timer } = pending.current;
    window.clearTimeout(timer);
    pending.current = null;
    const blocks = toBlocks(editor.getJSON());
    given.current.last += 1;
    given.current.numbers.set(blocks, given.current.last);
    listener.current(blocks);
  }, []);

  const note = useCallback(
    (editor: Editor) => {
      if (pending.current) window.clearTimeout(pending.current.timer);
      pending.current = { editor, timer: window.setTimeout(flush, PAUSE_MS) };
    },
    [flush],
  );

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    window.addEventListener('beforeunload', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('beforeunload', flush);
      flush();
    };
  }, [flush]);

  const isEcho = useCallback((blocks: readonly PaperBlock[]) => {
    const { numbers, shown } = given.current;
    const number = numbers.get(blocks) ?? 0;
    given.current.shown = Math.max(shown, number);
    return number > shown;
  }, []);
  return { note, flush, isEcho };
}

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
  /** Whether these very blocks are the last that were given. */
  isOwn: (blocks: readonly PaperBlock[]) => boolean;
}

/** Gives the text as blocks at every pause in writing, and when the page or the editor goes. */
export function useEmission(onChange: (blocks: PaperBlock[]) => void): Emission {
  const listener = useRef(onChange);
  const pending = useRef<{ editor: Editor; timer: number } | null>(null);
  const last = useRef<readonly PaperBlock[] | null>(null);
  useEffect(() => {
    listener.current = onChange;
  }, [onChange]);

  const flush = useCallback(() => {
    if (pending.current === null) return;
    const { editor, timer } = pending.current;
    window.clearTimeout(timer);
    pending.current = null;
    const blocks = toBlocks(editor.getJSON());
    last.current = blocks;
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

  const isOwn = useCallback((blocks: readonly PaperBlock[]) => last.current === blocks, []);
  return { note, flush, isOwn };
}

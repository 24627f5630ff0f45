import { createContext, use } from 'react';
import type { SchemeDetail } from '#shared/contract/schemes.ts';
import type { Patches } from './use-patches.tsx';

/** What every part of the editor needs of the open scheme. */
export interface Editor {
  scheme: SchemeDetail;
  /** False once it is in force, and for who may not edit. */
  isEditable: boolean;
  patches: Patches;
  /** Opens a category or an indicator. */
  select: (uid: string) => void;
  selectedUid: string | null;
  /** Saves the field being typed in and opens the next indicator. */
  next: () => void;
  addCategory: () => Promise<void>;
  addIndicator: () => Promise<void>;
  remove: (uid: string) => Promise<void>;
  move: (uid: string, step: 1 | -1) => Promise<void>;
}

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error('only for parts of the scheme editor');
  return editor;
}

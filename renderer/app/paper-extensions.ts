import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { BodyEditorHandle } from '#renderer/ui/paper-editor/types.ts';
import type { PaperBlock } from '#shared/rules/papers/model.ts';

/** What a feature adds to the writing page of papers that were made for something of its own. */
export interface PaperExtension {
  /** Of the papers that it means: minutes. */
  subjectKind: string;
  /** On its tab. */
  label: string;
  Tab: LazyExoticComponent<ComponentType<PaperExtensionProps>>;
}

export interface PaperExtensionProps {
  subjectUid: string;
  /** As it is written now. */
  body: readonly PaperBlock[];
  mayEdit: boolean;
  /** The decided item that was marked or asked for last; null: none is open. */
  open: OpenResolution | null;
  onOpen: (resolution: OpenResolution | null) => void;
  editor: () => BodyEditorHandle | null;
}

export interface OpenResolution {
  uid: string;
  /** The words that were marked; empty where it was only opened. */
  text: string;
}

/** Who adds what. This file only unites. */
export const paperExtensions: readonly PaperExtension[] = [
  {
    subjectKind: 'minutes',
    label: '议定事项',
    Tab: lazy(async () => ({
      default: (await import('../features/meetings/minutes/resolutions-tab.tsx')).ResolutionsTab,
    })),
  },
];

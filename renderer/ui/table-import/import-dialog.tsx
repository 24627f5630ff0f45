import type { ComponentType } from 'react';
import { type ImportedListProps, ListImport } from './list-import.tsx';

export interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

/** The dialog of a list whose import depends on nothing of the page. */
export function importDialog<Options>(
  list: Omit<ImportedListProps<Options>, 'onClose'>,
): ComponentType<ImportDialogProps> {
  return function ImportDialog({ text, onClose }: ImportDialogProps) {
    return <ListImport<Options> {...list} text={text} onClose={onClose} />;
  };
}

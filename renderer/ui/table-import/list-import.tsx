import type { ComponentType } from 'react';
import type { ListPreview } from '#shared/contract/table-import.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { ListImportSteps } from './list-import-steps.tsx';
import { type PasteWords, TableImport } from './table-import.tsx';
import { nothingChosen, type ReadOperation, type TakeOperation } from './use-recheck.ts';
import type { ImportSource } from './use-reading.tsx';

export interface OptionFieldsProps<Options> {
  options: Options;
  onChange: (options: Options) => void;
}

export interface ImportedListProps<Options> {
  /** What it is a list of, and the word that counts them: 督查人员, 人. */
  what: string;
  unit: string;
  /** The word that counts rows of the table, where one may hold several or none; `unit` where not given. */
  rowUnit?: string;
  /** Which columns are known, and what happens to what is there already. */
  hint: string;
  read: ReadOperation<Options>;
  take: TakeOperation<Options>;
  firstOptions: Options;
  /** What may be chosen beside the form. */
  OptionFields?: ComponentType<OptionFieldsProps<Options>>;
  /** Where something else than a table may be pasted. */
  paste?: PasteWords;
  /** When it is stored. */
  onTaken?: (options: Options) => void;
  onClose: () => void;
}

interface ListImportProps<Options> extends ImportedListProps<Options> {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
}

/** Takes a table into a list: reads it, shows it to be corrected, and only then stores it. */
export function ListImport<Options>({ text, ...list }: ListImportProps<Options>) {
  const read = useOperation(list.read, { isSave: false, repeat: false });

  async function start(source: ImportSource): Promise<string | null> {
    const outcome = await read.run({ source, choice: nothingChosen, options: list.firstOptions });
    return outcome.done ? outcome.value.jobUid : null;
  }

  return (
    <TableImport<ListPreview, null>
      title={`导入${list.what}`}
      hint={list.hint}
      text={text}
      paste={list.paste}
      firstOptions={null}
      start={start}
      onClose={list.onClose}
    >
      {(preview, steps) => (
        <ListImportSteps
          key={preview.stagedUid}
          {...list}
          first={preview}
          onSheet={steps.onSheet}
          onBack={steps.onCorrect}
        />
      )}
    </TableImport>
  );
}

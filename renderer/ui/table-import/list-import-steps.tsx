import { useState } from 'react';
import type { ListPreview } from '#shared/contract/table-import.ts';
import { missingColumns } from '#shared/rules/tables/list-columns.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { SavingDialog } from '../saving-dialog.tsx';
import { CheckStep } from './check-step.tsx';
import { FormStep } from './form-step.tsx';
import type { ImportedListProps } from './list-import.tsx';
import { useRecheck } from './use-recheck.ts';

interface ListImportStepsProps<Options> extends ImportedListProps<Options> {
  first: ListPreview;
  onSheet: (sheet: string) => void;
  /** Back to the pasted text; null where a file was read. */
  onBack: (() => void) | null;
}

/** The form where it is not certain, then the rows. */
export function ListImportSteps<Options>(props: ListImportStepsProps<Options>) {
  const {
    what,
    unit,
    rowUnit = unit,
    first,
    read,
    firstOptions,
    OptionFields,
    onSheet,
    onBack,
    onClose,
  } = props;
  const checks = useRecheck(read, first, firstOptions);
  const [step, setStep] = useState<'form' | 'rows'>(() => (isCertain(first) ? 'rows' : 'form'));
  const take = useOperation(props.take, {
    undoable: true,
    success: ({ added, changed }) =>
      `已导入：新增 ${added} ${unit}，更新 ${changed} ${unit}${leavingText(checks.preview, unit)}`,
  });

  async function confirm(): Promise<void> {
    const { preview, choice, options } = checks;
    const { stagedUid, form } = preview;
    const chosen = { ...choice, form: { ...form, mapping: [...form.mapping] } };
    if (!(await take.run({ stagedUid, choice: chosen, options })).done) return;
    props.onTaken?.(options);
    onClose();
  }

  // What was chosen is not taken before it has been checked.
  if (step === 'form' || !isCertain(checks.preview))
    return (
      <FormStep
        what={what}
        checks={checks}
        onSheet={onSheet}
        onBack={onBack}
        onDone={() => setStep('rows')}
        onClose={onClose}
      />
    );
  return (
    <>
      <CheckStep
        what={what}
        unit={unit}
        rowUnit={rowUnit}
        checks={checks}
        busy={take.running}
        optionFields={
          OptionFields !== undefined && (
            <OptionFields options={checks.options} onChange={(options) => checks.check({ options })} />
          )
        }
        onSheet={onSheet}
        onForm={() => setStep('form')}
        onConfirm={() => void confirm()}
        onClose={onClose}
      />
      <SavingDialog operationUid={take.runningUid} />
    </>
  );
}

function leavingText({ leaving }: ListPreview, unit: string): string {
  return leaving === null ? '' : `，${leaving.verb} ${leaving.names.length} ${unit}`;
}

function isCertain({ form, meanings }: ListPreview): boolean {
  return missingColumns(meanings, form.mapping).length === 0;
}

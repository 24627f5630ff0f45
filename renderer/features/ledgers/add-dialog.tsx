import { useState } from 'react';
import type { Term } from '#shared/contract/terms.ts';
import type { LedgerDefinition, LedgerValues } from '#shared/rules/ledgers/definition.ts';
import { blankValues, PLACE } from '#shared/rules/ledgers/values.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { LedgerFields, sentValues } from './ledger-fields.tsx';

interface AddDialogProps {
  definition: LedgerDefinition;
  terms: Record<string, Term[]> | undefined;
  /** Where the list was narrowed to: the likely place of a new row. */
  placeUid: string | null;
  onAdded: (uid: string) => void;
  onClose: () => void;
}

export function AddDialog({ definition, terms, placeUid, onAdded, onClose }: AddDialogProps) {
  const add = useOperation(client.ledgers.add, { success: `已新增${definition.name}`, undoable: true });
  const [blank] = useState(() => ({ ...blankValues(definition), [PLACE]: placeUid }));

  async function submit(typed: LedgerValues): Promise<void> {
    const outcome = await add.run({ ledger: definition.key, values: { ...sentValues(definition, typed) } });
    if (outcome.done) onAdded(outcome.value.uid);
  }

  return (
    <FormDialog<LedgerValues>
      title={`新增${definition.name}`}
      verb="新增"
      width={680}
      busy={add.running}
      initialValues={blank}
      onSubmit={(typed) => void submit(typed)}
      onClose={onClose}
    >
      <LedgerFields definition={definition} terms={terms} row={null} />
    </FormDialog>
  );
}

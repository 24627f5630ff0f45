import { useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { handlingFormTables } from './tables.ts';

/** 收文处理单 of a received paper, filled in as far as it has been handled. */
export function HandlingFormDialog({ uid, onClose }: { uid: string; onClose: () => void }) {
  const form = useQuery(
    api.receivedPapers.handlingForm.queryOptions({ input: { uid }, meta: { tables: handlingFormTables } }),
  );
  const write = useFormWriter(client.receivedPapers.writeHandlingForm, (format) => ({ uid, format }));

  return <FormPreview title="收文处理单" form={form} write={write} onClose={onClose} />;
}

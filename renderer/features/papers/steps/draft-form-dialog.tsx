import { useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { draftFormTables } from '../tables.ts';

/** 发文稿纸 of a paper, filled in with what its way has brought so far. */
export function DraftFormDialog({ uid, onClose }: { uid: string; onClose: () => void }) {
  const form = useQuery(
    api.papers.draftForm.queryOptions({ input: { uid }, meta: { tables: draftFormTables } }),
  );
  const write = useFormWriter(client.papers.writeDraftForm, (format) => ({ uid, format }));

  return <FormPreview title="发文稿纸" form={form} write={write} onClose={onClose} />;
}

import { client } from '#renderer/app/client.ts';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useChecklistForm } from '../use-checklists.ts';

/** The checklist as it is taken along. */
export function PrintDialog({ uid, onClose }: { uid: string; onClose: () => void }) {
  const form = useChecklistForm(uid);
  const write = useFormWriter(client.checklists.writeForm, (format) => ({ uid, format }));

  return <FormPreview title="检查表" form={form} write={write} onClose={onClose} />;
}

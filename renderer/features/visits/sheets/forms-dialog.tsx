import { client } from '#renderer/app/client.ts';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useRecordForms } from '../use-visits.ts';

/** 检查记录表 on paper, one for each target. */
export function FormsDialog({ targetUids, onClose }: { targetUids: string[]; onClose: () => void }) {
  const form = useRecordForms(targetUids);
  const write = useFormWriter(client.visitSheets.writeForms, (format) => ({ targetUids, format }));

  return <FormPreview title="检查记录表" form={form} write={write} onClose={onClose} />;
}

import type { CreditEvent } from '#shared/contract/credit.ts';
import { client } from '#renderer/app/client.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { EventItems, type EventValues } from './event-items.tsx';

interface EditEventDialogProps {
  event: CreditEvent;
  onClose: () => void;
}

const labels: Readonly<Record<keyof EventValues, string>> = {
  kindUid: '信用事项',
  day: '日期',
  text: '事由',
  number: '文号',
};

/** Corrects an event upon which no decision was begun. */
export function EditEventDialog({ event, onClose }: EditEventDialogProps) {
  const { uid, kindUid, day, text, number } = event;
  const seen: EventValues = { kindUid, day, text, number };
  const { save, saving, dialog } = usePatchWithConflicts(client.credit.updateEvent, {
    success: '已修改信用事项',
    labels,
    onSaved: onClose,
  });
  return (
    <>
      <FormDialog<EventValues>
        title="修改信用事项"
        verb="保存"
        width={640}
        busy={saving}
        initialValues={seen}
        onSubmit={(set) => save({ uid, base: seen, set })}
        onClose={onClose}
      >
        <EventItems firstDay={day} />
      </FormDialog>
      {dialog}
    </>
  );
}

import { Modal } from 'antd';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { client } from '#renderer/app/client.ts';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { MeetingForm, type MeetingValues } from '../meeting-form.tsx';

const labels: Readonly<Record<keyof MeetingValues, string>> = {
  title: '会议标题',
  day: '日期',
  startTime: '时间',
  place: '地点',
  chair: '主持人',
  note: '备注',
};

/** Changes title, time and place; what somebody else changed meanwhile is shown beside. */
export function EditMeetingDialog({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const { title, day, startTime, place, chair, note } = meeting;
  const before: MeetingValues = { title, day, startTime, place, chair, note };
  const { save, saving, dialog } = usePatchWithConflicts(client.meetings.update, {
    success: '已修改会议',
    labels,
    onSaved: onClose,
  });
  return (
    <Modal open width={600} title="修改会议" footer={null} mask={{ closable: false }} onCancel={onClose}>
      <MeetingForm
        initial={before}
        verb="保存"
        busy={saving}
        onSubmit={(values) => save({ uid: meeting.uid, base: before, set: values })}
      />
      {dialog}
    </Modal>
  );
}

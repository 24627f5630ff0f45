import { useQuery } from '@tanstack/react-query';
import { Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { MeetingProposal, MeetingSeries } from '#shared/contract/meetings.ts';
import { meetingTitle } from '#shared/rules/meetings/meeting-title.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { MeetingForm, type MeetingValues } from '../meeting-form.tsx';
import { meetingTables } from '../names.ts';

interface NewMeetingDialogProps {
  series: readonly MeetingSeries[];
  /** The one that is looked at; null: the one that is due first. */
  seriesUid: string | null;
  onClose: () => void;
}

/** A new meeting of a series: everything is proposed, usually Enter is all there is to do. */
export function NewMeetingDialog({ series, seriesUid, onClose }: NewMeetingDialogProps) {
  const [chosen, setChosen] = useState(seriesUid ?? dueFirst(series)?.uid ?? '');
  const proposal = useQuery({
    ...api.meetings.propose.queryOptions({
      input: { seriesUid: chosen },
      meta: { tables: meetingTables },
    }),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Modal open width={600} title="召开会议" footer={null} mask={{ closable: false }} onCancel={onClose}>
      <Form.Item label="会议系列">
        <Select
          aria-label="会议系列"
          value={chosen}
          options={series.map(({ uid, name }) => ({ value: uid, label: name }))}
          onChange={setChosen}
        />
      </Form.Item>
      <QueryView query={proposal}>
        {(data) => <NewMeetingForm key={chosen} seriesUid={chosen} proposal={data} onClose={onClose} />}
      </QueryView>
    </Modal>
  );
}

interface NewMeetingFormProps {
  seriesUid: string;
  proposal: MeetingProposal;
  onClose: () => void;
}

function NewMeetingForm({ seriesUid, proposal, onClose }: NewMeetingFormProps) {
  const { day, place, chair, seriesName, knownDays } = proposal;
  const titleOn = (on: string) => meetingTitle(seriesName, on, knownDays);
  const [, navigate] = useLocation();
  const add = useOperation(client.meetings.add, {
    success: (_, { title }) => `已新增“${title}”`,
    undoable: true,
  });

  async function save(values: MeetingValues): Promise<void> {
    const outcome = await add.run({ seriesUid, ...values });
    if (!outcome.done) return;
    onClose();
    navigate(`/meetings/${outcome.value.uid}`);
  }

  return (
    <MeetingForm
      initial={{ day, place, chair, title: titleOn(day), startTime: '09:00', note: '' }}
      titleOn={titleOn}
      verb="召集参会人员(回车)"
      busy={add.running}
      onSubmit={(values) => void save(values)}
    />
  );
}

function dueFirst(series: readonly MeetingSeries[]): MeetingSeries | undefined {
  const due = series.filter(({ nextDue }) => nextDue !== null);
  return due.toSorted((one, other) => ((one.nextDue ?? '') < (other.nextDue ?? '') ? -1 : 1))[0] ?? series[0];
}

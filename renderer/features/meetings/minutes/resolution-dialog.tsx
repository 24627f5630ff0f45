import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Resolution } from '#shared/contract/meetings.ts';
import { namesPassedDay } from '#shared/rules/tasks/read-due.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { type Proposal, useProposal } from './use-proposal.ts';

interface ResolutionDialogProps {
  meetingUid: string;
  meetingDay: string;
  uid: string;
  /** The marked words. */
  text: string;
  entered: Resolution | null;
  onClose: () => void;
}

interface Values {
  title: string;
  leadUids: string[];
  supportingUids?: string[];
  dueOn?: Dayjs | null;
}

const TITLE_LIMIT = 200;

/** Who leads a decided item and until when; both are proposed from its words. */
export function ResolutionDialog(props: ResolutionDialogProps) {
  const proposal = useProposal(props.entered === null ? props.text : '', props.meetingDay);
  return proposal === null ? null : <ResolutionForm {...props} proposed={props.entered ?? proposal} />;
}

function ResolutionForm(props: ResolutionDialogProps & { proposed: Proposal }) {
  const { meetingUid, meetingDay, uid, text, entered, proposed, onClose } = props;
  const isPassed = entered === null && namesPassedDay(text, { day: meetingDay, workdays: null });
  const set = useOperation(client.meetings.setResolution, { success: '已登记议定事项', undoable: true });

  async function save({ title, leadUids, supportingUids = [], dueOn }: Values): Promise<void> {
    const day = dueOn?.format('YYYY-MM-DD') ?? null;
    const outcome = await set.run({ meetingUid, uid, title, leadUids, supportingUids, dueOn: day });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title="议定事项"
      verb="登记"
      width={620}
      busy={set.running}
      initialValues={{
        title: (entered?.title ?? text.replaceAll(/[\s。；]+$/gu, '')).slice(0, TITLE_LIMIT),
        leadUids: [...proposed.leadUids],
        supportingUids: [...proposed.supportingUids],
        dueOn: proposed.dueOn === null ? null : dayjs(proposed.dueOn),
      }}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label="事项"
        rules={[{ required: true, whitespace: true, message: '请填写议定事项' }]}
      >
        <FirstText maxLength={TITLE_LIMIT} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
      <Form.Item
        name="leadUids"
        label="牵头单位"
        rules={[{ required: true, type: 'array', min: 1, message: '请选择牵头单位' }]}
      >
        <OrganizationSelect multiple aria-label="牵头单位" />
      </Form.Item>
      <Form.Item name="supportingUids" label="配合单位">
        <OrganizationSelect multiple aria-label="配合单位" />
      </Form.Item>
      <Form.Item
        name="dueOn"
        label="完成时限"
        extra={isPassed ? '话里的期限在会议以前，没有带入，请核对；留空表示长期坚持。' : '留空表示长期坚持。'}
        rules={[
          {
            validator: (_, day: Dayjs | null | undefined) =>
              day !== null && day !== undefined && day.isBefore(meetingDay, 'day')
                ? Promise.reject(new Error(`完成时限不能早于会议日期 ${meetingDay}`))
                : Promise.resolve(),
          },
        ]}
      >
        <DatePicker />
      </Form.Item>
    </FormDialog>
  );
}

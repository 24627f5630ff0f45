import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { PeriodKind, PeriodProposal } from '#shared/contract/assessment.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useFirstFocus } from '#renderer/ui/first-focus.ts';
import { periodKindNames } from '../names.ts';
import { CopiedGroups, marksCopied } from './copied-groups.tsx';
import { GroupFields } from './group-fields.tsx';

const kinds: readonly PeriodKind[] = ['quarter', 'halfYear', 'year', 'spotCheck'];
const kindOptions = kinds.map((kind) => ({ value: kind, label: periodKindNames[kind] }));

/** Opens a period. Everything is filled in beforehand: usually Enter is all there is to do. */
export function OpenPeriodDialog({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<PeriodKind>('quarter');
  const proposal = useQuery({
    ...api.assessment.proposePeriod.queryOptions({
      input: { kind },
      meta: { tables: ['assessment_period', 'scheme', 'organization_state'] },
    }),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Modal open width={760} title="开启考核期" footer={null} onCancel={onClose} destroyOnHidden>
      <Form.Item label="类别">
        <Segmented<PeriodKind>
          aria-label="考核期类型"
          value={kind}
          options={kindOptions}
          onChange={setKind}
        />
      </Form.Item>
      <QueryView query={proposal}>
        {(data) => <PeriodForm key={data.code} kind={kind} proposal={data} onClose={onClose} />}
      </QueryView>
    </Modal>
  );
}

interface PeriodFormProps {
  kind: PeriodKind;
  proposal: PeriodProposal;
  onClose: () => void;
}

function PeriodForm({ kind, proposal, onClose }: PeriodFormProps) {
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState(proposal);
  const [keepsMarks, keepMarks] = useState(true);
  const { data: schemes = [] } = useQuery(api.schemes.list.queryOptions({ meta: { tables: ['scheme'] } }));
  const open = useOperation(client.assessment.openPeriod, {
    success: `已开启${draft.title}`,
    undoable: true,
  });
  const opener = useFirstFocus<HTMLButtonElement>();
  const usable = schemes.filter(({ status }) => status === 'inForce');
  const { title, firstDay, lastDay, groups } = draft;

  if (groups.length === 0 && usable.length === 0) {
    return (
      <p>
        还没有施行的考核方案。请先到<Link href="/schemes">考核方案</Link>
        里录入或导入方案并施行，再开启考核期。
      </p>
    );
  }

  async function confirm(): Promise<void> {
    const named = groups.map((group) => {
      const { name, schemeUid, organizationUids, copied } = group;
      const marksFrom = keepsMarks && marksCopied(group).length > 0 ? copied?.groupUid : undefined;
      return { name, schemeUid, organizationUids, ...(marksFrom === undefined ? {} : { marksFrom }) };
    });
    const outcome = await open.run({ kind, title, firstDay, lastDay, groups: named });
    if (!outcome.done) return;
    onClose();
    navigate(`/assessment/${outcome.value.uid}`);
  }

  return (
    <Form layout="vertical" onFinish={() => void confirm()}>
      <Form.Item label="考核期名称">
        <Input
          aria-label="考核期名称"
          maxLength={100}
          value={title}
          onChange={(event) => setDraft({ ...draft, title: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="起止日期">
        <DatePicker.RangePicker
          allowClear={false}
          value={[dayjs(firstDay), dayjs(lastDay)]}
          onChange={(_dates, texts) => {
            if (texts !== null) setDraft({ ...draft, firstDay: texts[0], lastDay: texts[1] });
          }}
        />
      </Form.Item>
      <Form.Item label="考核组">
        <GroupFields
          groups={groups}
          schemes={usable}
          day={lastDay}
          onChange={(changed) => setDraft({ ...draft, groups: changed })}
        />
      </Form.Item>
      <CopiedGroups groups={groups} keepsMarks={keepsMarks} onKeepMarks={keepMarks} />
      <Button
        type="primary"
        htmlType="submit"
        block
        ref={opener}
        loading={open.running}
        disabled={groups.length === 0 || groups.some(({ organizationUids }) => organizationUids.length === 0)}
      >
        开启(回车)
      </Button>
    </Form>
  );
}

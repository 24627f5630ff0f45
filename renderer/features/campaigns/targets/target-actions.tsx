import { Button, Form } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { CampaignDetail, CampaignTarget } from '#shared/contract/campaigns.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';

interface TargetActionsProps {
  campaign: CampaignDetail;
  targets: readonly CampaignTarget[];
  onDone: () => void;
}

/** What can be done with one target, or with many at once. */
export function TargetActions({ campaign, targets, onDone }: TargetActionsProps) {
  const [dialog, setDialog] = useState<'visit' | 'remove' | null>(null);
  const [today] = useState(() => localDay(Date.now()));
  const uids = targets.map(({ uid }) => uid);
  const campaignUid = campaign.uid;
  const visit = useOperation(client.campaigns.setVisited, {
    success: ({ changed }, { day }) => `${day === null ? '已取消' : '已登记'} ${changed} 个`,
    undoable: true,
  });
  const remove = useOperation(client.campaigns.removeTargets, {
    success: ({ removed }) => `已移出 ${removed} 个`,
    undoable: true,
  });
  const needsReason = campaign.status === 'underWay' || targets.some(({ origin }) => origin === 'drawn');

  async function finish(work: Promise<{ done: boolean }>): Promise<void> {
    if (!(await work).done) return;
    setDialog(null);
    onDone();
  }
  const removeWith = (reason: string) => void finish(remove.run({ campaignUid, uids, reason }));

  return (
    <>
      {campaign.status === 'underWay' && (
        <>
          <Button type="primary" onClick={() => setDialog('visit')}>
            登记已督查
          </Button>
          {targets.some(({ visitedOn }) => visitedOn !== null) && (
            <Button onClick={() => void finish(visit.run({ campaignUid, uids, day: null }))}>
              取消已督查
            </Button>
          )}
        </>
      )}
      <Button
        danger
        disabled={targets.some(({ visitedOn }) => visitedOn !== null)}
        onClick={() => (needsReason ? setDialog('remove') : removeWith(''))}
      >
        移出
      </Button>
      {dialog === 'visit' && (
        <FormDialog<{ day: string }>
          title={`登记已督查：${wordsOf(targets)}`}
          verb="登记"
          busy={visit.running}
          initialValues={{ day: today }}
          onSubmit={({ day }) => void finish(visit.run({ campaignUid, uids, day }))}
          onClose={() => setDialog(null)}
        >
          <Form.Item name="day" label="督查日期">
            <DayField />
          </Form.Item>
        </FormDialog>
      )}
      {dialog === 'remove' && (
        <ReasonDialog
          title={`移出督查对象：${wordsOf(targets)}`}
          verb="移出"
          busy={remove.running}
          isNeeded
          onSubmit={removeWith}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

function wordsOf(targets: readonly CampaignTarget[]): string {
  const [first] = targets;
  return targets.length === 1 && first !== undefined ? first.name : `${targets.length} 个`;
}

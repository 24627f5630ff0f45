import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CampaignDetail, CampaignTarget } from '#shared/contract/campaigns.ts';
import { client } from '#renderer/app/client.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { fullInstant } from '#renderer/ui/instants.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../campaigns.module.css';
import { originText } from './target-columns.tsx';
import { TargetActions } from './target-actions.tsx';

interface TargetPanelProps {
  campaign: CampaignDetail;
  target: CampaignTarget;
  mayEdit: boolean;
  onClose: () => void;
}

/** The open target beside the list. */
export function TargetPanel({ campaign, target, mayEdit, onClose }: TargetPanelProps) {
  const [isEditing, setIsEditing] = useState(false);
  const { removed } = target;
  return (
    <SidePanel title={target.name} onClose={onClose}>
      {mayEdit && removed === null && (
        <div className={styles.bulk}>
          <Button onClick={() => setIsEditing(true)}>修改</Button>
          <TargetActions campaign={campaign} targets={[target]} onDone={() => undefined} />
        </div>
      )}
      <FactList
        facts={[
          ['来源', originText(target)],
          ['所在地', `${target.countyName} ${target.townshipName}`.trim()],
          ['地址', target.address],
          ['行业', target.tradeName],
          ['类别', target.kindNames.join('、')],
          ['负责人', target.responsiblePerson],
          ['电话', target.phone],
          ['退出台账', target.siteClosedOn ?? ''],
          ['预计用时', `${target.minutes ?? campaign.minutesPerVisit} 分钟`],
          ['督查日期', target.visitedOn ?? '还没有督查'],
          ['备注', target.note],
          ['移出', removed === null ? '' : `${fullInstant(removed.at)} ${removed.by}：${removed.reason}`],
        ]}
      />
      {target.removed === null && campaign.status !== 'draft' && (
        <p>
          <Link href={`/visits/${target.uid}`}>
            {target.visitedOn === null ? '登记检查记录' : '查看检查记录'}
          </Link>
        </p>
      )}
      {target.siteUid !== null && <Link href={`/key-sites/${target.siteUid}`}>在重点单位台账里查看</Link>}
      {isEditing && (
        <EditTargetDialog campaign={campaign} target={target} onClose={() => setIsEditing(false)} />
      )}
    </SidePanel>
  );
}

type Values = Pick<CampaignTarget, 'name' | 'minutes' | 'note'>;

const labels: Readonly<Record<keyof Values, string>> = {
  name: '对象名称',
  minutes: '预计用时(分钟)',
  note: '备注',
};

interface EditTargetDialogProps {
  campaign: CampaignDetail;
  target: CampaignTarget;
  onClose: () => void;
}

function EditTargetDialog({ campaign, target, onClose }: EditTargetDialogProps) {
  const { name, minutes, note } = target;
  const [seen] = useState<Values>({ name, minutes, note });
  const isOfLedger = target.siteUid !== null;
  const { save, saving, dialog } = usePatchWithConflicts(client.campaigns.updateTarget, {
    success: '已保存',
    labels,
    onSaved: onClose,
  });

  function submit(values: Values): void {
    const wanted = { ...values, minutes: values.minutes ?? null };
    const changed = (Object.keys(labels) as (keyof Values)[]).filter((key) => wanted[key] !== seen[key]);
    const part = (from: Values) => Object.fromEntries(changed.map((key) => [key, from[key]]));
    save({ uid: target.uid, base: part(seen), set: part(wanted) });
  }

  return (
    <>
      <FormDialog<Values>
        title={`修改“${name}”`}
        verb="保存"
        busy={saving}
        initialValues={seen}
        onSubmit={submit}
        onClose={onClose}
      >
        <Form.Item
          name="name"
          label={labels.name}
          {...(isOfLedger ? { extra: '名称取自重点单位台账，请到那里改。' } : {})}
          rules={[{ required: true, whitespace: true, message: '请填写对象名称' }]}
        >
          {isOfLedger ? <Input disabled /> : <FirstField maxLength={100} autoComplete="off" />}
        </Form.Item>
        <Form.Item
          name="minutes"
          label={labels.minutes}
          extra={`不填就是这次督查的每处用时 ${campaign.minutesPerVisit} 分钟。`}
        >
          <InputNumber min={5} max={960} precision={0} />
        </Form.Item>
        <Form.Item name="note" label="备注(可不填)">
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      </FormDialog>
      {dialog}
    </>
  );
}

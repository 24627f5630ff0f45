import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select, Switch, Table, type TableProps } from 'antd';
import { useState } from 'react';
import {
  noticeKindNames,
  noticeKinds,
  type NoticeRule,
  type NoticeSettings,
} from '#shared/rules/notices/model.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { TermField } from '#renderer/ui/term-field.tsx';

/** Reply terms, slips and what follows, by kind; each with its source. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const settings = useQuery(api.notices.settings.queryOptions({ meta: { tables: ['setting'] } }));
  return (
    <QueryView query={settings}>{(data) => <SettingsForm settings={data} onClose={onClose} />}</QueryView>
  );
}

const nextOptions = [
  { value: '', label: '不再发' },
  ...noticeKinds.map((kind) => ({ value: kind, label: noticeKindNames[kind] })),
];

function SettingsForm({ settings, onClose }: { settings: NoticeSettings; onClose: () => void }) {
  const [draft, setDraft] = useState(settings);
  const update = useOperation(client.notices.updateSettings, { success: '已保存设置', undoable: true });

  function change(kind: NoticeRule['kind'], set: Partial<NoticeRule>): void {
    const rules = draft.rules.map((rule) => (rule.kind === kind ? { ...rule, ...set } : rule));
    setDraft({ ...draft, rules });
  }

  const columns: NonNullable<TableProps<NoticeRule>['columns']> = [
    { title: '文种', width: 120, render: (_, { kind }) => noticeKindNames[kind] },
    {
      title: '反馈期限(空为不要求)',
      width: 220,
      render: (_, { kind, replyTerm }) => (
        <TermField
          label={`${noticeKindNames[kind]}反馈期限`}
          term={replyTerm}
          onChange={(term) => change(kind, { replyTerm: term })}
        />
      ),
    },
    {
      title: '附回执',
      width: 80,
      render: (_, { kind, slip }) => (
        <Switch
          aria-label={`${noticeKindNames[kind]}附回执`}
          checked={slip}
          onChange={(checked) => change(kind, { slip: checked })}
        />
      ),
    },
    {
      title: '不反馈再发',
      width: 150,
      render: (_, { kind, next }) => (
        <Select
          aria-label={`${noticeKindNames[kind]}之后`}
          style={{ width: 130 }}
          value={next ?? ''}
          options={nextOptions}
          onChange={(value) => change(kind, { next: noticeKinds.find((each) => each === value) ?? null })}
        />
      ),
    },
    {
      title: '依据',
      render: (_, { kind, source }) => (
        <Input
          aria-label={`${noticeKindNames[kind]}依据`}
          maxLength={100}
          value={source}
          onChange={({ target }) => change(kind, { source: target.value })}
        />
      ),
    },
  ];

  return (
    <LinesDialog
      title="督办通知设置"
      width={960}
      centered
      saving={update.running}
      onSave={() => update.run(draft)}
      onClose={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="督办依据(带入新拟的通知)">
          <Input
            aria-label="督办依据"
            maxLength={500}
            value={draft.basis}
            onChange={({ target }) => setDraft({ ...draft, basis: target.value })}
          />
        </Form.Item>
        <Form.Item label="办理要求(带入新拟的通知)">
          <Input
            aria-label="办理要求"
            maxLength={500}
            value={draft.demand}
            onChange={({ target }) => setDraft({ ...draft, demand: target.value })}
          />
        </Form.Item>
      </Form>
      <Table<NoticeRule>
        size="small"
        pagination={false}
        rowKey="kind"
        columns={columns}
        dataSource={draft.rules}
      />
      <Form layout="inline" style={{ marginTop: 16 }}>
        <Form.Item label="到期前几日亮黄灯">
          <InputNumber
            aria-label="到期前几日亮黄灯"
            min={0}
            max={60}
            precision={0}
            value={draft.warningDays}
            onChange={(value) => setDraft({ ...draft, warningDays: value ?? 0 })}
          />
        </Form.Item>
        <Form.Item label="挂牌后悬挂警示牌的期限">
          <TermField
            label="悬挂警示牌的期限"
            term={draft.boardTerm}
            onChange={(term) => setDraft({ ...draft, boardTerm: term ?? draft.boardTerm })}
          />
        </Form.Item>
        <Form.Item label="每月几日前报整改进展">
          <InputNumber
            aria-label="每月几日前报整改进展"
            min={1}
            max={31}
            precision={0}
            value={draft.progressDay}
            onChange={(value) => setDraft({ ...draft, progressDay: value ?? draft.progressDay })}
          />
        </Form.Item>
      </Form>
    </LinesDialog>
  );
}

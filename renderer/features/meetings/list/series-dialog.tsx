import { Button, Form, Input, InputNumber, Modal, Popconfirm, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingSeries, SeriesKind } from '#shared/contract/meetings.ts';
import { rhythmText } from '#shared/rules/meetings/rhythm.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { seriesKindNames } from '../names.ts';
import styles from './series-dialog.module.css';
import { committeesOf } from '#renderer/ui/shared-queries.ts';

interface SeriesDialogProps {
  series: readonly MeetingSeries[];
  onClose: () => void;
}

/** The series of meetings with their rhythm; each is changed in a form above. */
export function SeriesDialog({ series, onClose }: SeriesDialogProps) {
  const [editing, setEditing] = useState<MeetingSeries | 'new' | null>(series.length === 0 ? 'new' : null);
  const mayEdit = useRight('editMeetings');
  const remove = useOperation(client.meetings.removeSeries, { success: '已删除会议系列', undoable: true });
  if (editing !== null) {
    return (
      <SeriesForm
        series={editing === 'new' ? null : editing}
        onClose={() => (series.length === 0 ? onClose() : setEditing(null))}
      />
    );
  }
  return (
    <Modal open width={640} title="会议系列" onCancel={onClose} footer={null}>
      <ul className={styles.list}>
        {series.map((each) => (
          <li key={each.uid}>
            <div className={styles.words}>
              <strong>{each.name}</strong>
              <span className={styles.facts}>
                {seriesKindNames[each.kind]}，{rhythmText(each.everyMonths)}，提前 {each.noticeDays}{' '}
                日通知，已开 {each.meetingCount} 次{each.lastHeld !== null && `，最近 ${each.lastHeld}`}
              </span>
            </div>
            {mayEdit && <Button onClick={() => setEditing(each)}>修改</Button>}
            {mayEdit && each.meetingCount === 0 && (
              <Popconfirm
                title={`删除“${each.name}”？`}
                okText="删除"
                cancelText="取消"
                onConfirm={() => void remove.run({ uid: each.uid })}
              >
                <Button>删除</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Button type="primary" onClick={() => setEditing('new')}>
          新增会议系列
        </Button>
      )}
    </Modal>
  );
}

interface Values {
  name: string;
  kind: SeriesKind;
  committeeUid: string | null;
  everyMonths: number | null;
  noticeDays: number;
  place: string;
  chair: string;
}

const blank: Values = {
  name: '',
  kind: 'plenary',
  committeeUid: null,
  everyMonths: 3,
  noticeDays: 3,
  place: '',
  chair: '',
};
const kinds: readonly SeriesKind[] = ['plenary', 'thematic', 'liaison', 'office'];
const rhythmChoices = [1, 2, 3, 6, 12, null].map((value) => ({
  value: value ?? 0,
  label: rhythmText(value),
}));

function SeriesForm({ series, onClose }: { series: MeetingSeries | null; onClose: () => void }) {
  const add = useOperation(client.meetings.addSeries, { success: '已新增会议系列', undoable: true });
  const update = useOperation(client.meetings.updateSeries, { success: '已修改会议系列', undoable: true });
  const { data: committees = [] } = useQuery(committeesOf(null));
  const before = series ?? { ...blank, committeeUid: committees[0]?.uid ?? null };

  async function save(values: Values): Promise<void> {
    const everyMonths = values.everyMonths === 0 ? null : values.everyMonths;
    const given = { ...values, everyMonths, committeeUid: values.committeeUid ?? null };
    const outcome =
      series === null
        ? await add.run(given)
        : await update.run({ uid: series.uid, base: fieldsOf(series), set: given });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={series === null ? '新增会议系列' : `修改“${series.name}”`}
      verb={series === null ? '新增' : '保存'}
      busy={add.running || update.running}
      initialValues={{ ...before, everyMonths: before.everyMonths ?? 0 }}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label="名称"
        extra="会出现在会议标题里，例如“市消防安全委员会全体会议”。"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <FirstField maxLength={60} autoComplete="off" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="kind" label="类别">
          <Select options={kinds.map((kind) => ({ value: kind, label: seriesKindNames[kind] }))} />
        </Form.Item>
        <Form.Item name="everyMonths" label="周期">
          <Select options={rhythmChoices} />
        </Form.Item>
        <Form.Item name="noticeDays" label="提前几日通知">
          <InputNumber min={0} max={60} precision={0} />
        </Form.Item>
      </div>
      <Form.Item
        name="committeeUid"
        label="参会人员取自名册"
        extra="召开时按会议当天的名册召集，还可以增减。"
      >
        <Select
          allowClear
          placeholder="不取自名册，逐个添加"
          options={committees.map(({ uid, name }) => ({ value: uid, label: name }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="chair" label="主持人">
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="place" label="常用地点">
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

function fieldsOf({ name, kind, committeeUid, everyMonths, noticeDays, place, chair }: MeetingSeries) {
  return { name, kind, committeeUid, everyMonths, noticeDays, place, chair };
}

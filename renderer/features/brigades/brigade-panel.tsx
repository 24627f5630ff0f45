import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { BrigadeFields, BrigadeRow } from '#shared/contract/brigades.ts';
import { blankBrigade } from '#shared/rules/brigades/course.ts';
import {
  brigadeClasses,
  brigadeClassNames,
  brigadeStageNames,
  brigadeStages,
} from '#shared/rules/brigades/model.ts';
import { brigadeStateNames } from '#shared/rules/brigades/state.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from './brigades.module.css';
import { stateLights } from './words.ts';

interface BrigadePanelProps {
  row: BrigadeRow;
  mayEdit: boolean;
  onClose: () => void;
}

const labels: Readonly<Record<string, string>> = {
  class: '类别',
  leader: '队长',
  phone: '电话',
  people: '人员',
  drivers: '驾驶员',
  tenders: '水罐车',
  note: '备注',
  ...Object.fromEntries(
    brigadeStages.flatMap((stage) => [
      [`${stage}PlannedOn`, `${brigadeStageNames[stage]}计划日期`],
      [`${stage}DoneOn`, `${brigadeStageNames[stage]}完成日期`],
    ]),
  ),
};

/** One town's brigade beside the ledger. */
export function BrigadePanel({ row, mayEdit, onClose }: BrigadePanelProps) {
  // What stood there when the first field was touched: what others store meanwhile shows as a conflict.
  const [touched, setTouched] = useState<BrigadeFields | null>(null);
  const { save, saving, dialog } = usePatchWithConflicts(client.brigades.update, {
    success: `已登记“${row.name}”的专职消防队`,
    labels,
    onSaved: () => setTouched(null),
  });
  const remove = useOperation(client.brigades.remove, {
    success: `已删除“${row.name}”的专职消防队`,
    undoable: true,
  });
  const seen = touched ?? row.fields ?? blankBrigade;
  return (
    <SidePanel title={`${row.name}专职消防队`} width={460} onClose={onClose}>
      <p>
        <LightTag light={stateLights[row.state]} word={brigadeStateNames[row.state]} />{' '}
        {row.remarks.join('，')}
      </p>
      <Form<BrigadeFields>
        key={JSON.stringify(seen)}
        layout="vertical"
        disabled={!mayEdit}
        initialValues={seen}
        onValuesChange={() => setTouched(seen)}
        onFinish={(set) =>
          save({ organizationUid: row.organizationUid, ...changesBetween(seen, cleaned(set)) })
        }
      >
        <StageTable />
        <div className={styles.pair}>
          <Form.Item name="class" label="类别">
            <Select options={brigadeClasses.map((value) => ({ value, label: brigadeClassNames[value] }))} />
          </Form.Item>
          <Form.Item name="leader" label="队长">
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label="电话">
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <CountField name="people" label="人员" unit="人" />
          <CountField name="drivers" label="其中驾驶员" unit="人" />
          <CountField name="tenders" label="水罐车" unit="辆" />
        </div>
        <Form.Item name="note" label="备注">
          <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
        {mayEdit && (
          <div className={styles.buttons}>
            <Button type="primary" htmlType="submit" loading={saving}>
              保存
            </Button>
            {row.uid !== null && (
              <Button
                loading={remove.running}
                onClick={() => void remove.run({ organizationUid: row.organizationUid })}
              >
                删除
              </Button>
            )}
          </div>
        )}
      </Form>
      {row.uid !== null && (
        <>
          <h3>材料和照片</h3>
          <AttachmentList subject={{ kind: 'brigade', uid: row.uid }} label="材料和照片" />
        </>
      )}
      {dialog}
    </SidePanel>
  );
}

function StageTable() {
  return (
    <table className={styles.stages}>
      <thead>
        <tr>
          <th>环节</th>
          <th>计划日期</th>
          <th>完成日期</th>
        </tr>
      </thead>
      <tbody>
        {brigadeStages.map((stage) => (
          <tr key={stage}>
            <td>{brigadeStageNames[stage]}</td>
            <td>
              <Form.Item name={`${stage}PlannedOn`} noStyle>
                <DayField allowClear label={`${brigadeStageNames[stage]}计划日期`} />
              </Form.Item>
            </td>
            <td>
              <Form.Item name={`${stage}DoneOn`} noStyle>
                <DayField allowClear label={`${brigadeStageNames[stage]}完成日期`} />
              </Form.Item>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CountField({ name, label, unit }: { name: keyof BrigadeFields; label: string; unit: string }) {
  return (
    <Form.Item name={name} label={label}>
      <InputNumber min={0} max={999} precision={0} suffix={unit} style={{ width: '100%' }} />
    </Form.Item>
  );
}

/** A number that was emptied comes as undefined. */
function cleaned(fields: BrigadeFields): BrigadeFields {
  const { people, drivers, tenders } = fields;
  return { ...fields, people: people ?? null, drivers: drivers ?? null, tenders: tenders ?? null };
}

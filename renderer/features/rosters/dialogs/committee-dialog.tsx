import { Form, Input } from 'antd';
import type { Committee } from '#shared/contract/roster-views.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../rosters.module.css';

interface Values {
  name: string;
  officeName: string;
  officeUnit: string;
  officePhone: string;
  note: string;
}

/** 委员会资料: names where they are not the usual ones, and the office. */
export function CommitteeDialog({ committee, onClose }: { committee: Committee; onClose: () => void }) {
  const update = useOperation(client.rosters.updateCommittee, {
    success: '已保存委员会资料',
    undoable: true,
  });
  const base: Values = {
    name: committee.ownName,
    officeName: committee.ownOfficeName,
    officeUnit: committee.officeUnit,
    officePhone: committee.officePhone,
    note: committee.note,
  };
  async function submit(set: Values): Promise<void> {
    if ((await update.run({ uid: committee.uid, base, set })).done) onClose();
  }
  return (
    <FormDialog<Values>
      title={committee.name}
      verb="保存"
      busy={update.running}
      initialValues={base}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="name" label="名称">
        <Input
          maxLength={60}
          placeholder={`${committee.organizationName}消防安全委员会`}
          autoComplete="off"
        />
      </Form.Item>
      <Form.Item name="officeName" label="办公室名称">
        <Input maxLength={60} placeholder={`${committee.name}办公室`} autoComplete="off" />
      </Form.Item>
      <div className={styles.row}>
        <Form.Item name="officeUnit" label="办公室设在">
          <Input maxLength={60} placeholder="如：市消防救援支队" autoComplete="off" />
        </Form.Item>
        <Form.Item name="officePhone" label="办公室电话">
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="note" label="备注">
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}

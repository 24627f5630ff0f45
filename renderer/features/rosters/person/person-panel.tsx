import { Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { PersonAppointment, PersonDetail } from '#shared/contract/roster-views.ts';
import { unitAndPost } from '#shared/rules/rosters/printed-names.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { rosterTables } from '#renderer/ui/shared-queries.ts';
import styles from '../rosters.module.css';
import { useUnitOf } from '#renderer/ui/unit-field.tsx';
import { UnitFields } from '../unit-fields.tsx';
import { termText } from '../words.ts';
import { AppointmentDialog } from './appointment-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';

/** One person beside the roster: how to reach them, and what they held and hold. */
export function PersonPanel({ uid, onClose }: { uid: string; onClose: () => void }) {
  const query = useQuery(api.rosters.person.queryOptions({ input: { uid }, meta: { tables: rosterTables } }));
  return (
    <SidePanel title={query.data?.name ?? '人员'} width={380} onClose={onClose}>
      <QueryView query={query}>{(person) => <Person key={keyOf(person)} person={person} />}</QueryView>
    </SidePanel>
  );
}

/** Saved values are the form's new beginning. */
function keyOf({ name, unit, post, mobile, officePhone, note }: PersonDetail): string {
  return [name, unit, post, mobile, officePhone, note].join('|');
}

interface Values {
  name: string;
  unit: string;
  post: string;
  mobile: string;
  officePhone: string;
  note: string;
}

function Person({ person }: { person: PersonDetail }) {
  const formId = useId();
  const mayEdit = useRight('editRosters');
  const unitOf = useUnitOf();
  const update = useOperation(client.rosters.updatePerson, { success: '已保存', undoable: true });
  const merge = useOperation(client.rosters.mergePeople, { success: '已合并', undoable: true });
  const { name, unit, post, mobile, officePhone, note } = person;

  async function submit(values: Values): Promise<void> {
    const { unit: wanted, ...fields } = values;
    const base = { name, post, mobile, officePhone, note };
    const place =
      wanted === unit
        ? { base, set: fields }
        : {
            base: { ...base, unit, organizationUid: person.organizationUid },
            set: { ...fields, ...unitOf(wanted) },
          };
    await update.run({ uid: person.uid, ...place });
  }

  return (
    <>
      <Form<Values>
        id={formId}
        name={formId}
        layout="vertical"
        requiredMark={false}
        disabled={!mayEdit}
        initialValues={{ name, unit, post, mobile, officePhone, note }}
        onFinish={(values) => void submit(values)}
      >
        <Form.Item
          name="name"
          label="姓名"
          rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
        >
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
        <UnitFields />
        <div className={styles.row}>
          <Form.Item name="mobile" label="手机">
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="officePhone" label="办公电话">
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="note" label="备注">
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
        {mayEdit && (
          <Button type="primary" htmlType="submit" loading={update.running}>
            保存
          </Button>
        )}
      </Form>
      <h3>任职</h3>
      {person.appointments.map((appointment) => (
        <Appointment key={appointment.uid} appointment={appointment} name={name} />
      ))}
      {person.namesakes.length > 0 && <h3>同名人员</h3>}
      {person.namesakes.map((other) => (
        <div key={other.uid} className={styles.appointment}>
          <p>{`${other.unit}${other.post}`}</p>
          {mayEdit && (
            <Button
              size="small"
              loading={merge.running}
              onClick={() => void merge.run({ uids: [other.uid], intoUid: person.uid })}
            >
              是同一个人，合并
            </Button>
          )}
        </div>
      ))}
    </>
  );
}

function Appointment({ appointment, name }: { appointment: PersonAppointment; name: string }) {
  const mayEdit = useRight('editRosters');
  const [open, setOpen] = useState<'edit' | 'end' | null>(null);
  const remove = useOperation(client.rosters.removeAppointments, { success: '已删除任职', undoable: true });
  const { uid, committeeName, positionName, unit, post, firstDay, lastDay, document } = appointment;
  return (
    <div className={styles.appointment}>
      <p>
        {committeeName}
        {appointment.substitute ? '代' : ''}
        {positionName}
      </p>
      <p className={styles.grey}>{unitAndPost({ name: unit, short: '' }, post)}</p>
      <p className={styles.grey}>
        {termText(firstDay, lastDay)} {document}
      </p>
      {mayEdit && (
        <div className={styles.actions}>
          <Button size="small" onClick={() => setOpen('edit')}>
            更正
          </Button>
          {lastDay === null && (
            <Button size="small" onClick={() => setOpen('end')}>
              免去
            </Button>
          )}
          <Button size="small" loading={remove.running} onClick={() => void remove.run({ uids: [uid] })}>
            删除
          </Button>
        </div>
      )}
      {open === 'edit' && (
        <AppointmentDialog appointment={appointment} name={name} onClose={() => setOpen(null)} />
      )}
      {open === 'end' && <EndDialog uid={uid} name={name} onClose={() => setOpen(null)} />}
    </div>
  );
}

import { Checkbox, DatePicker, Form, Input } from 'antd';
import type dayjs from 'dayjs';
import type { OrganizationStateRecord } from '#shared/contract/organizations.ts';
import { BEFORE_RECORDS } from '#shared/rules/organizations/history.ts';
import { client } from '#renderer/app/client.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { toDate, toDay } from '../model/days.ts';
import { NameFields } from '../name-fields.tsx';
import { usePatch } from '../use-patch.tsx';

interface Values {
  name: string;
  shortName: string;
  before: boolean;
  firstDay: dayjs.Dayjs | null;
  lastDay: dayjs.Dayjs | null;
  document: string;
  note: string;
}

/** 更正 of one row of the history, days included. */
export function StateDialog({ state, onClose }: { state: OrganizationStateRecord; onClose: () => void }) {
  const { save, saving, dialog } = usePatch(client.organizations.correct, {
    success: '已更正',
    onSaved: onClose,
  });
  const isBefore = state.firstDay === BEFORE_RECORDS;

  function submit(values: Values): void {
    const firstDay = values.before ? BEFORE_RECORDS : (toDay(values.firstDay) ?? state.firstDay);
    const wanted = {
      name: values.name.trim(),
      shortName: values.shortName.trim(),
      firstDay,
      lastDay: toDay(values.lastDay),
      document: values.document.trim(),
      note: values.note.trim(),
    };
    const { name, shortName, lastDay, document, note } = state;
    const base = { name, shortName, firstDay: state.firstDay, lastDay, document, note };
    void save({ uid: state.uid, base, set: wanted });
  }

  return (
    <>
      <FormDialog<Values>
        title={`更正“${state.name}”`}
        verb="更正"
        busy={saving}
        initialValues={{
          name: state.name,
          shortName: state.shortName,
          before: isBefore,
          firstDay: isBefore ? null : toDate(state.firstDay),
          lastDay: toDate(state.lastDay),
          document: state.document,
          note: state.note,
        }}
        onSubmit={submit}
        onClose={onClose}
      >
        <NameFields />
        <Form.Item name="before" valuePropName="checked" style={{ marginBottom: 8 }}>
          <Checkbox>建库以前就有，不记开始日期</Checkbox>
        </Form.Item>
        <Form.Item<Values> noStyle shouldUpdate={(before, now) => before.before !== now.before}>
          {(form) =>
            form.getFieldValue('before') !== true && (
              <Form.Item
                name="firstDay"
                label="开始日期"
                rules={[{ required: true, message: '请选择开始日期' }]}
              >
                <DatePicker style={{ width: 200 }} />
              </Form.Item>
            )
          }
        </Form.Item>
        <Form.Item name="lastDay" label="结束日期(最后一天；至今就留空)">
          <DatePicker style={{ width: 200 }} placeholder="至今" />
        </Form.Item>
        <Form.Item name="document" label="依据文件">
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label="备注">
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
      </FormDialog>
      {dialog}
    </>
  );
}

import { Checkbox, DatePicker, Form, Input, Select } from 'antd';
import type dayjs from 'dayjs';
import type { Committee } from '#shared/contract/roster-views.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePositions } from '../queries.ts';
import { PersonField, useKnownPerson } from '../person-field.tsx';
import styles from '../rosters.module.css';
import { useUnitOf } from '#renderer/ui/unit-field.tsx';
import { UnitFields, type UnitValues } from '../unit-fields.tsx';
import { toDay } from '../words.ts';

interface Values extends UnitValues {
  name: string;
  positionUid: string;
  mobile?: string;
  officePhone?: string;
  from?: dayjs.Dayjs | null;
  document?: string;
  substitute?: boolean;
}

/** 新增人员: somebody new, or one who is known from another roster. */
export function AppointDialog({ committee, onClose }: { committee: Committee; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const known = useKnownPerson(({ name, unit, post, mobile, officePhone }) =>
    form.setFieldsValue({ name, unit, post, mobile, officePhone }),
  );
  const { data: positions = [] } = usePositions();
  const unitOf = useUnitOf();
  const add = useOperation(client.rosters.addAppointments, { success: '已新增', undoable: true });

  async function submit(values: Values): Promise<void> {
    const { positionUid, mobile = '', officePhone = '', from, document = '', substitute = false } = values;
    const uid = known.uidOf(values.name);
    const item = {
      person: { uid, name: values.name, mobile, officePhone },
      positionUid,
      ...unitOf(values.unit),
      post: values.post ?? '',
      substitute,
      substituteForUid: null,
      note: '',
    };
    const input = { committeeUid: committee.uid, from: toDay(from), document, items: [item] };
    if ((await add.run(input)).done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`新增人员：${committee.name}`}
      verb="新增"
      busy={add.running}
      form={form}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <div className={styles.row}>
        <PersonField onChoose={known.choose} />
        <Form.Item name="positionUid" label="职位" rules={[{ required: true, message: '请选择职位' }]}>
          <Select options={positions.map(({ uid, name: label }) => ({ value: uid, label }))} />
        </Form.Item>
      </div>
      <UnitFields />
      <div className={styles.row}>
        <Form.Item name="mobile" label="手机">
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="officePhone" label="办公电话">
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="from" label="从哪一天起任职">
          <DatePicker placeholder="建库以前就任职" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="document" label="依据文件(可不填)">
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="substitute" valuePropName="checked" noStyle>
        <Checkbox>代理</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

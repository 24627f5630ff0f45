import { Form, Input } from 'antd';
import type { EnterpriseDetail, EnterpriseFields } from '#shared/contract/credit.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { SiteSelect } from '#renderer/ui/site-select.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../credit.module.css';
import { CodeItem } from './event-dialog.tsx';

interface EnterpriseDialogProps {
  /** Null: a new one. */
  enterprise: EnterpriseDetail | null;
  onDone: (uid: string) => void;
  onClose: () => void;
}

const labels: Readonly<Record<keyof EnterpriseFields, string>> = {
  name: '企业名称',
  code: '统一社会信用代码',
  organizationUid: '所在地',
  siteUid: '重点单位',
  legalPerson: '法定代表人',
  phone: '电话',
  address: '地址',
  note: '备注',
};

const blank: EnterpriseFields = {
  name: '',
  code: '',
  organizationUid: null,
  siteUid: null,
  legalPerson: '',
  phone: '',
  address: '',
  note: '',
};

/** What is known of an enterprise beside its events. */
export function EnterpriseDialog({ enterprise, onDone, onClose }: EnterpriseDialogProps) {
  const seen = enterprise === null ? blank : fieldsOf(enterprise);
  const add = useOperation(client.credit.addEnterprise, { success: '已新增企业', undoable: true });
  const { save, saving, dialog } = usePatchWithConflicts(client.credit.updateEnterprise, {
    success: '已修改企业',
    labels,
    onSaved: onClose,
  });

  async function submit(values: EnterpriseFields): Promise<void> {
    const fields = {
      ...values,
      organizationUid: values.organizationUid ?? null,
      siteUid: values.siteUid ?? null,
    };
    if (enterprise !== null) {
      save({ uid: enterprise.uid, base: seen, set: fields });
      return;
    }
    const outcome = await add.run(fields);
    if (!outcome.done) return;
    onDone(outcome.value.uid);
    onClose();
  }

  const chosen =
    enterprise === null || enterprise.siteUid === null
      ? {}
      : { chosen: { uid: enterprise.siteUid, name: enterprise.siteName } };
  return (
    <>
      <FormDialog<EnterpriseFields>
        title={enterprise === null ? '新增企业' : `修改“${enterprise.name}”`}
        verb={enterprise === null ? '新增' : '保存'}
        width={640}
        busy={add.running || saving}
        initialValues={seen}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <Form.Item
          name="name"
          label={labels.name}
          rules={[{ required: true, whitespace: true, message: '请填写企业名称' }]}
        >
          <FirstField maxLength={100} autoComplete="off" />
        </Form.Item>
        <div className={styles.pair}>
          <CodeItem />
          <Form.Item name="organizationUid" label={labels.organizationUid}>
            <OrganizationSelect aria-label={labels.organizationUid} levels={['county', 'township']} />
          </Form.Item>
        </div>
        <Form.Item name="siteUid" label="对应的重点单位(没有的不选)">
          <SiteSelect notFound="台账里没有这样的单位" {...chosen} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="legalPerson" label={labels.legalPerson}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={labels.phone}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="address" label={labels.address}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label={labels.note}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
      </FormDialog>
      {dialog}
    </>
  );
}

function fieldsOf(enterprise: EnterpriseDetail): EnterpriseFields {
  const { name, code, organizationUid, siteUid, legalPerson, phone, address, note } = enterprise;
  return { name, code, organizationUid, siteUid, legalPerson, phone, address, note };
}

import { Form, Input, Select } from 'antd';
import type { InspectorCertificate, RandomInspector } from '#shared/contract/random-inspection.ts';
import { client } from '#renderer/app/client.ts';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../random.module.css';

const labels = {
  certificate: '执法证号',
  expiresOn: '证件有效期至',
  validUntil: '入库有效期至',
  avoids: '回避的对象',
};

interface CertificateDialogProps {
  inspector: RandomInspector;
  onClose: () => void;
}

/** An inspector's certificate, and what they recuse themselves from beside their unit and home county. */
export function CertificateDialog({ inspector, onClose }: CertificateDialogProps) {
  const { uid, name, unitName, homeCountyName, certificate, expiresOn, validUntil, avoids } = inspector;
  const seen: InspectorCertificate = { certificate, expiresOn, validUntil, avoids };
  const { save, saving, dialog } = usePatchWithConflicts(client.randomInspection.setCertificate, {
    success: `已登记“${name}”的执法证件`,
    labels,
    onSaved: onClose,
  });
  return (
    <FormDialog<InspectorCertificate>
      title={`${name}的执法证件`}
      verb="保存"
      busy={saving}
      initialValues={seen}
      onSubmit={(set) => save({ uid, ...changesBetween(seen, set) })}
      onClose={onClose}
    >
      <p className={styles.hint}>
        {unitName}
        {homeCountyName !== '' && `，回避 ${homeCountyName}`}。单位和回避区县在“督查人员”里修改。
      </p>
      <Form.Item name="certificate" label={labels.certificate}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="expiresOn" label={labels.expiresOn}>
          <DayField allowClear />
        </Form.Item>
        <Form.Item name="validUntil" label={`${labels.validUntil}(可不填)`}>
          <DayField allowClear />
        </Form.Item>
      </div>
      <Form.Item
        name="avoids"
        label={`${labels.avoids}(可不填)`}
        extra="有利害关系的单位，写全称，回车确认；抽到这些单位时不派此人。"
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，']} />
      </Form.Item>
      {dialog}
    </FormDialog>
  );
}

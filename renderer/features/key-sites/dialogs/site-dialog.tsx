import { Form, Input } from 'antd';
import { useState } from 'react';
import type { KeySiteDetail, KeySiteFields, SiteTerms } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from '../key-sites.module.css';
import { SimilarNotice } from '../similar-notice.tsx';
import { termOptions } from '../site-filters.tsx';
import { fieldLabels, fieldsOf, placeLevels, placeText } from '../words.ts';
import { useFieldText } from './use-field-text.ts';

type Values = Omit<KeySiteFields, 'organizationUid' | 'tradeUid'> & {
  organizationUid: string | null;
  tradeUid?: string | null;
};

interface SiteDialogProps {
  /** Null: a new one. */
  site: KeySiteDetail | null;
  terms: SiteTerms | undefined;
  /** Another site is to be looked at, or the new one. */
  onOpen: (uid: string) => void;
  onClose: () => void;
}

const blank: Values = {
  name: '',
  organizationUid: null,
  address: '',
  tradeUid: null,
  kindUids: [],
  responsiblePerson: '',
  phone: '',
  note: '',
  closedOn: null,
};

/** All that the ledger says of a site; what is likely entered already is pointed out while it is typed. */
export function SiteDialog({ site, terms, onOpen, onClose }: SiteDialogProps) {
  const add = useOperation(client.keySites.add, { success: '已新增', undoable: true });
  const { save, saving, dialog } = usePatchWithConflicts(client.keySites.update, {
    success: '已保存',
    labels: fieldLabels,
    format: useFieldText(terms),
    onSaved: onClose,
  });
  const [seen] = useState(() => (site === null ? null : fieldsOf(site)));

  async function submit({ organizationUid, tradeUid, closedOn, ...rest }: Values): Promise<void> {
    if (organizationUid === null) return;
    const fields = { ...rest, organizationUid, tradeUid: tradeUid ?? null };
    if (site !== null && seen !== null) {
      save({ uid: site.uid, ...changesBetween(seen, { ...fields, closedOn: closedOn ?? null }) });
      return;
    }
    const outcome = await add.run({ items: [fields] });
    const [uid] = outcome.done ? outcome.value.uids : [];
    if (uid !== undefined) onOpen(uid);
  }

  return (
    <>
      <FormDialog<Values>
        title={site === null ? '新增重点单位' : `修改“${site.name}”`}
        verb={site === null ? '新增' : '保存'}
        width={680}
        busy={add.running || saving}
        initialValues={seen ?? blank}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <Form.Item
          name="name"
          label={fieldLabels.name}
          rules={[{ required: true, whitespace: true, message: '请填写单位名称' }]}
        >
          <FirstField maxLength={100} autoComplete="off" />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item
            name="organizationUid"
            label="所在区县或乡镇(街道)"
            className={styles.wide ?? ''}
            rules={[{ required: true, message: '请选择所在的区县或乡镇' }]}
          >
            <OrganizationSelect
              aria-label="所在区县或乡镇(街道)"
              levels={placeLevels}
              {...(site === null ? {} : { former: { uid: site.organizationUid, name: placeText(site) } })}
            />
          </Form.Item>
          <Form.Item name="address" label={fieldLabels.address} className={styles.wide ?? ''}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </div>
        <SimilarNotice exceptUid={site?.uid ?? null} onOpen={onOpen} />
        <div className={styles.pair}>
          <Form.Item name="tradeUid" label={fieldLabels.tradeUid} className={styles.wide ?? ''}>
            <WordSelect allowClear options={termOptions(terms?.trades ?? [])} />
          </Form.Item>
          <Form.Item name="kindUids" label={fieldLabels.kindUids} className={styles.wide ?? ''}>
            <WordSelect mode="multiple" options={termOptions(terms?.kinds ?? [])} />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <Form.Item
            name="responsiblePerson"
            label={fieldLabels.responsiblePerson}
            className={styles.wide ?? ''}
          >
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={fieldLabels.phone} className={styles.wide ?? ''}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          {site !== null && (
            <Form.Item name="closedOn" label={fieldLabels.closedOn}>
              <DayField allowClear />
            </Form.Item>
          )}
        </div>
        <Form.Item name="note" label="备注(可不填)">
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      </FormDialog>
      {dialog}
    </>
  );
}

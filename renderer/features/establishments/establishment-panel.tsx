import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import {
  ESTABLISHMENT_FILES,
  type EstablishmentFields,
  type EstablishmentKind,
  type EstablishmentRow,
} from '#shared/contract/establishments.ts';
import { establishmentFieldNames } from '#shared/rules/establishments/field-names.ts';
import { client } from '#renderer/app/client.ts';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from './establishments.module.css';
import { closedWords, reopenedWords, lightOf } from './words.ts';

interface EstablishmentPanelProps {
  kind: EstablishmentKind;
  row: EstablishmentRow;
  mayEdit: boolean;
  onClose: () => void;
}

/** One unit's body beside the ledger: entered here, saved with Enter or the button. */
export function EstablishmentPanel({ kind, row, mayEdit, onClose }: EstablishmentPanelProps) {
  // What stood there when the first field was touched: what others store meanwhile shows as a conflict.
  const [touched, setTouched] = useState<EstablishmentFields | null>(null);
  const { save, saving, dialog } = usePatchWithConflicts(client.establishments.update, {
    success: ({ closedTasks, reopenedTasks }) =>
      `已登记“${row.name}”${closedWords(closedTasks)}${reopenedWords(reopenedTasks)}`,
    labels: establishmentFieldNames,
    onSaved: () => setTouched(null),
  });
  const seen = touched ?? fieldsOf(row);
  return (
    <SidePanel title={`${row.townshipName}${row.name}`} width={420} onClose={onClose}>
      <p>
        <LightTag {...lightOf(row)} /> {kind.name}，期限 {kind.dueOn}
      </p>
      {row.endedOn !== null && <p>这个单位已经撤并，登记的内容只能查看。</p>}
      <Form<EstablishmentFields>
        key={JSON.stringify(seen)}
        layout="vertical"
        disabled={!mayEdit}
        initialValues={seen}
        onValuesChange={() => setTouched(seen)}
        onFinish={(set) =>
          save({
            kindUid: kind.uid,
            organizationUid: row.organizationUid,
            ...changesBetween(seen, cleaned(set)),
          })
        }
      >
        <div className={styles.pair}>
          <Form.Item name="plannedOn" label={establishmentFieldNames.plannedOn}>
            <DayField allowClear />
          </Form.Item>
          <Form.Item name="establishedOn" label={establishmentFieldNames.establishedOn}>
            <DayField allowClear />
          </Form.Item>
        </div>
        <Form.Item name="document" label={establishmentFieldNames.document}>
          <Input maxLength={100} autoComplete="off" placeholder="文号或名称" />
        </Form.Item>
        <Form.Item name="place" label={establishmentFieldNames.place}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="head" label={establishmentFieldNames.head}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={establishmentFieldNames.phone}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="posts" label={establishmentFieldNames.posts}>
            <InputNumber min={0} max={9_999} precision={0} suffix="人" style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <Form.Item name="note" label={establishmentFieldNames.note}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
        {mayEdit && (
          <Button type="primary" htmlType="submit" loading={saving}>
            保存
          </Button>
        )}
      </Form>
      {row.uid !== null && (
        <>
          <h3>文件和照片</h3>
          <AttachmentList
            subject={{ kind: ESTABLISHMENT_FILES, uid: row.uid }}
            label="文件和照片"
            mayEdit={row.endedOn === null}
          />
        </>
      )}
      {dialog}
    </SidePanel>
  );
}

function fieldsOf(row: EstablishmentRow): EstablishmentFields {
  const { plannedOn, establishedOn, document, place, head, phone, posts, note } = row;
  return { plannedOn, establishedOn, document, place, head, phone, posts, note };
}

/** A field that was emptied comes as undefined. */
function cleaned({ plannedOn, establishedOn, posts, ...texts }: EstablishmentFields): EstablishmentFields {
  return {
    ...texts,
    plannedOn: plannedOn ?? null,
    establishedOn: establishedOn ?? null,
    posts: posts ?? null,
  };
}

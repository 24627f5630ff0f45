import MoreOutlined from '@ant-design/icons/MoreOutlined';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import type { KeptForm } from '#shared/contract/export-forms.ts';
import type { PeriodKind } from '#shared/contract/period-kinds.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import styles from './forms-page.module.css';
import { CopyDialog, NewDialog, RenameDialog } from './name-dialogs.tsx';

interface FormListProps {
  periodKind: PeriodKind;
  forms: readonly KeptForm[];
  chosen: KeptForm;
  onChoose: (uid: string) => void;
}

type Dialog = { kind: 'new' } | { kind: 'copy' | 'rename'; form: KeptForm };

/** The first one is that which an export takes by itself. */
export function FormList({ periodKind, forms, chosen, onChoose }: FormListProps) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  return (
    <nav className={styles.list} aria-label="导出格式">
      <ul className={styles.names}>
        {forms.map((form, place) => (
          <li key={form.uid} className={styles.entry} data-chosen={form.uid === chosen.uid}>
            <button
              type="button"
              className={styles.name}
              aria-current={form.uid === chosen.uid}
              onClick={() => onChoose(form.uid)}
            >
              {form.name}
              {place === 0 && <span className={styles.usual}>默认用它导出</span>}
            </button>
            <FormMenu
              form={form}
              isUsual={place === 0}
              isOnly={forms.length === 1}
              onDialog={(kind) => setDialog({ kind, form })}
            />
          </li>
        ))}
      </ul>
      <Button onClick={() => setDialog({ kind: 'new' })}>新增</Button>
      {dialog?.kind === 'new' && (
        <NewDialog periodKind={periodKind} forms={forms} onMade={onChoose} onClose={close} />
      )}
      {dialog?.kind === 'copy' && <CopyDialog form={dialog.form} onMade={onChoose} onClose={close} />}
      {dialog?.kind === 'rename' && <RenameDialog form={dialog.form} forms={forms} onClose={close} />}
    </nav>
  );
}

interface FormMenuProps {
  form: KeptForm;
  isUsual: boolean;
  isOnly: boolean;
  onDialog: (kind: 'copy' | 'rename') => void;
}

function FormMenu({ form: { uid, name }, isUsual, isOnly, onDialog }: FormMenuProps) {
  const choose = useOperation(client.exportForms.choose, { success: `以后默认用“${name}”`, undoable: true });
  const remove = useOperation(client.exportForms.remove, { success: `已删除“${name}”`, undoable: true });
  const items: MenuProps['items'] = [
    { key: 'choose', label: '设为默认', disabled: isUsual, onClick: () => void choose.run({ uid }) },
    { key: 'copy', label: '复制…', onClick: () => onDialog('copy') },
    { key: 'rename', label: '改名…', onClick: () => onDialog('rename') },
    { type: 'divider' },
    { key: 'remove', label: '删除', disabled: isOnly, onClick: () => void remove.run({ uid }) },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" size="small" aria-label={`“${name}”的操作`} icon={<MoreOutlined aria-hidden />} />
    </Dropdown>
  );
}

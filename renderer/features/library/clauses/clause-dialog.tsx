import { Form, Input } from 'antd';
import type { LibraryClause } from '#shared/contract/library.ts';
import type { ClauseText } from '#shared/rules/library/split-clauses.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../library.module.css';

interface ClauseDialogProps {
  entryUid: string;
  /** Null: a new one, behind the others. */
  clause: LibraryClause | null;
  onClose: () => void;
}

const labels = { number: '条款号', heading: '章节标题', text: '条文' };

export function ClauseDialog({ entryUid, clause, onClose }: ClauseDialogProps) {
  const before: ClauseText = {
    number: clause?.number ?? '',
    heading: clause?.heading ?? '',
    text: clause?.text ?? '',
  };
  const add = useOperation(client.library.addClauses, { success: '已加一条', undoable: true });
  const patch = usePatchWithConflicts(client.library.correctClause, {
    success: '已修改条款',
    labels,
    onSaved: onClose,
  });

  async function submit(values: ClauseText): Promise<void> {
    if (clause !== null) {
      patch.save({ uid: clause.uid, ...changesBetween(before, values) });
      return;
    }
    const outcome = await add.run({ uid: entryUid, replaces: false, clauses: [values] });
    if (outcome.done) onClose();
  }

  return (
    <>
      <FormDialog<ClauseText>
        title={clause === null ? '加一条' : '修改条款'}
        verb={clause === null ? '新增' : '保存'}
        width={640}
        kept={`forms/library-clause/${clause?.uid ?? entryUid}`}
        busy={add.running || patch.saving}
        initialValues={before}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <div className={styles.row}>
          <Form.Item name="number" label="条款号(如 第十二条、4.1.2)">
            <FirstField maxLength={30} autoComplete="off" />
          </Form.Item>
          <Form.Item name="heading" label="章节标题(可不填)" className={styles.wide ?? ''}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="text" label="条文">
          <Input.TextArea maxLength={20_000} autoSize={{ minRows: 5, maxRows: 16 }} />
        </Form.Item>
      </FormDialog>
      {patch.dialog}
    </>
  );
}

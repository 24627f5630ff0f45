import { Button } from 'antd';
import { useState } from 'react';
import type { KeptForm } from '#shared/contract/export-forms.ts';
import type { ExportForm } from '#shared/rules/assessment/export-form/model.ts';
import { keptFormProblems } from '#shared/rules/assessment/export-form/problems.ts';
import { client } from '#renderer/app/client.ts';
import { DraftBar, draftText } from '#renderer/app/drafts/draft-bar.tsx';
import { useKeptWork } from '#renderer/app/drafts/use-kept-work.ts';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { fieldLabels, fieldText, formChanges, isSameForm } from './form-changes.ts';
import { FormEditor } from './form-editor.tsx';
import { FormPreview } from './form-preview.tsx';
import styles from './forms-page.module.css';

/** What is edited, and what it was when the editing began. */
interface Work {
  base: ExportForm;
  form: ExportForm;
}

/** One form with its preview; nothing is kept before 保存. */
export function FormWork({ kept }: { kept: KeptForm }) {
  const [work, setWork] = useState<Work>({ base: kept.form, form: kept.form });
  const [sound, setSound] = useState(kept.form);
  const isChanged = !isSameForm(work.base, work.form);
  if (!isChanged && !isSameForm(work.base, kept.form)) setWork({ base: kept.form, form: kept.form });
  const problems = keptFormProblems(work.form);
  if (problems.length === 0 && sound !== work.form) setSound(work.form);
  const draft = useKeptWork(`exportForms/${kept.uid}`, work, {
    isWorth: isChanged,
    goesOn: true,
    onTake: setWork,
  });
  const { save, saving, dialog } = usePatchWithConflicts(client.exportForms.update, {
    success: `已保存“${kept.name}”`,
    labels: fieldLabels,
    format: fieldText,
    onSaved() {
      setWork(({ form }) => ({ base: form, form }));
      void draft.end();
    },
  });
  const change = (part: Partial<ExportForm>): void =>
    setWork(({ base, form }) => ({ base, form: { ...form, ...part } }));

  function giveUp(): void {
    setWork({ base: kept.form, form: kept.form });
    void draft.end();
  }

  return (
    <div className={styles.work}>
      <div className={styles.writing}>
        <DraftBar draft={draft.draft} onTake={draft.take} />
        <div className={styles.fields}>
          <FormEditor form={work.form} problems={problems} onChange={change} />
        </div>
        <footer className={styles.foot}>
          <span className={styles.state}>
            {problems.length > 0 ? '有要改的地方，改好再保存' : draftText(draft.draft)}
          </span>
          <Button disabled={!isChanged} onClick={giveUp}>
            放弃改动
          </Button>
          <Button
            type="primary"
            disabled={!isChanged || problems.length > 0}
            loading={saving}
            onClick={() => save({ uid: kept.uid, ...formChanges(work.base, work.form) })}
          >
            保存
          </Button>
        </footer>
      </div>
      <div className={styles.seen}>
        <FormPreview periodKind={kept.periodKind} periodUid={null} form={sound} />
      </div>
      {dialog}
    </div>
  );
}

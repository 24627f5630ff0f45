import type { ReactNode } from 'react';
import type { RecordFields, VisitChoices, VisitSheet } from '#shared/contract/visits.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { fieldsOf, foundOf, type RecordWork } from './record-work.ts';

const labels: Readonly<Record<keyof RecordFields, string>> = {
  day: '检查日期',
  team: '检查组',
  inspectors: '检查人员',
  answers: '检查结果',
  values: '统计',
  note: '备注',
};

interface SaveRecordProps {
  /** What the form began with. */
  seen: VisitSheet;
  choices: VisitChoices;
  work: RecordWork;
  onSaved: () => void;
}

interface SaveRecord {
  save: () => void;
  saving: boolean;
  dialog: ReactNode;
}

/** A new record, or the changes of one; what somebody else changed meanwhile is asked about. */
export function useSaveRecord({ seen, choices, work, onSaved }: SaveRecordProps): SaveRecord {
  const record = useOperation(client.visits.record, {
    success: ({ findings }) => (findings === 0 ? '已登记' : `已登记，发现问题 ${findings} 处`),
    undoable: true,
  });
  const { save, saving, dialog } = usePatchWithConflicts(client.visits.update, {
    success: '已保存检查记录',
    labels,
    format: wordsOf,
    onSaved,
  });

  async function add(): Promise<void> {
    const fields = fieldsOf(seen, work, choices.figures);
    const outcome = await record.run({ targetUid: seen.target.uid, fields, found: foundOf(seen, work) });
    if (outcome.done) onSaved();
  }

  return {
    saving: record.running || saving,
    dialog,
    save() {
      if (seen.record === null) {
        void add();
        return;
      }
      const { uid, ...base } = seen.record;
      save({ uid, base, set: fieldsOf(seen, work, choices.figures), found: foundOf(seen, work) });
    },
  };
}

/** What stands against what, in words. */
function wordsOf(field: string, value: unknown): string {
  if (typeof value === 'string') return value || '(空)';
  if (!Array.isArray(value)) return '(空)';
  if (field === 'inspectors') return value.map(({ name }: { name: string }) => name).join('、') || '(空)';
  return `${value.length} 项`;
}

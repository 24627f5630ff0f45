import { useState } from 'react';
import type { Term } from '#shared/contract/terms.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { lineOf, seenTerm, wantedTerm } from '#renderer/ui/term-lines.ts';
import { TermList } from '#renderer/ui/term-list.tsx';
import styles from '../inspectors.module.css';

/** 专长: the office's own list, in its order. */
export function SkillsDialog({ skills, onClose }: { skills: readonly Term[]; onClose: () => void }) {
  const [seen] = useState(skills);
  const [lines, setLines] = useState(() => seen.map((skill) => lineOf(skill, skill.usedBy > 0)));
  const save = useOperation(client.inspectors.setSkills, { success: '已保存专长', undoable: true });

  function submit() {
    return save.run({ base: seen.map(seenTerm), set: lines.map(wantedTerm) });
  }

  return (
    <LinesDialog title="专长" width={620} centered saving={save.running} onSave={submit} onClose={onClose}>
      <p className={styles.hint}>别称用于读取表格，几个别称用顿号分开。有人具备的专长可以改名，不能删除。</p>
      <TermList lines={lines} add="新增专长" onChange={setLines} />
    </LinesDialog>
  );
}

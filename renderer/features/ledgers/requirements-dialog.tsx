import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import type { LedgerChoice, LedgerDefinition, LedgerStandards } from '#shared/rules/ledgers/definition.ts';
import {
  type LedgerRequirement,
  requirementKey,
  requirementsIn,
  requirementsProblem,
} from '#shared/rules/ledgers/requirements.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import styles from './ledgers.module.css';
import { RequirementLines, type RequirementLine } from './requirement-lines.tsx';

interface RequirementsDialogProps {
  definition: LedgerDefinition;
  standards: LedgerStandards;
  onClose: () => void;
}

/** What each kind has to have of each item, one kind at a time. */
export function RequirementsDialog({ definition, standards, onClose }: RequirementsDialogProps) {
  const [seen] = useState(standards);
  const kinds = kindsOf(definition);
  const [kind, setKind] = useState(() => requirementsIn(seen)[0]?.kind ?? kinds[0]?.value ?? '');
  const [lines, setLines] = useState(() => requirementsIn(seen).map(lineOf));
  const [problem, setProblem] = useState<string | null>(null);
  const save = useOperation(client.ledgers.setStandards, {
    success: `已保存${definition.requirements?.name ?? ''}`,
    undoable: true,
  });
  const title = `${definition.name}的${definition.requirements?.name ?? ''}`;

  function nameOf(key: string | undefined): string {
    return definition.columns.find((column) => column.key === key)?.name ?? '';
  }

  async function submit(): Promise<{ done: boolean }> {
    const wanted = lines.map(({ item, value, source, kind: ofKind }): LedgerRequirement => {
      return { kind: ofKind, item: item.trim(), value: value ?? 0, source: source.trim() };
    });
    const wrong = requirementsProblem(definition, wanted);
    setProblem(wrong);
    if (wrong !== null) return { done: false };
    return save.run({ ledger: definition.key, base: { ...seen }, set: setOf(seen, wanted) });
  }

  return (
    <LinesDialog title={title} width={860} centered saving={save.running} onSave={submit} onClose={onClose}>
      <div className={styles.gridBar}>
        <Select
          aria-label={nameOf(definition.requirements?.kind)}
          style={{ width: 200 }}
          value={kind}
          options={kinds.map(({ value, name }) => ({
            value,
            label: `${name}(${lines.filter((line) => line.kind === value).length} 项)`,
          }))}
          onChange={setKind}
        />
        <Button onClick={() => setLines([...lines, newLine(kind)])}>新增一项</Button>
      </div>
      {problem !== null && <Alert type="error" showIcon title={problem} />}
      <RequirementLines
        lines={lines}
        kind={kind}
        itemName={nameOf(definition.requirements?.item)}
        onChange={setLines}
      />
      <p className={styles.grey}>
        同一样东西的几种叫法用顿号分开，台账里写哪一种都认得。没有列出的不算缺少。
      </p>
    </LinesDialog>
  );
}

function kindsOf({ columns, requirements }: LedgerDefinition): readonly LedgerChoice[] {
  const column = columns.find(({ key }) => key === requirements?.kind);
  return column?.kind === 'choice' ? column.choices : [];
}

function lineOf(requirement: LedgerRequirement): RequirementLine {
  return { key: crypto.randomUUID(), ...requirement };
}

function newLine(kind: string): RequirementLine {
  return { key: crypto.randomUUID(), kind, item: '', value: null, source: '' };
}

/** What was taken away stands there with 0, see rules/ledgers/requirements.ts. */
function setOf(seen: LedgerStandards, wanted: readonly LedgerRequirement[]) {
  const gone = requirementsIn(seen).map((each) => [requirementKey(each), { value: 0, source: '' }] as const);
  const kept = wanted.map(({ value, source, ...what }) => [requirementKey(what), { value, source }] as const);
  return Object.fromEntries([...gone, ...kept]);
}

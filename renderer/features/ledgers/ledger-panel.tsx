import { Button, Form } from 'antd';
import { type ComponentType, useState } from 'react';
import type { LedgerRow } from '#shared/contract/ledgers.ts';
import type { Term } from '#shared/contract/terms.ts';
import { cellText } from '#shared/rules/ledgers/cell-text.ts';
import type {
  LedgerDefinition,
  LedgerStandards,
  LedgerValue,
  LedgerValues,
} from '#shared/rules/ledgers/definition.ts';
import { dueHeading, dueLights } from '#shared/rules/ledgers/due.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { type Fact, FactList } from '#renderer/ui/fact-list.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { MissingHolidays } from '#renderer/ui/missing-holidays.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { LedgerFields, sentValues } from './ledger-fields.tsx';
import styles from './ledgers.module.css';
import { RowHistory } from './row-history.tsx';
import { useLedgerRow } from './use-ledger.ts';
import { fieldLabels, titleOf } from './words.ts';

interface LedgerPanelProps {
  definition: LedgerDefinition;
  uid: string;
  terms: Record<string, Term[]> | undefined;
  standards: LedgerStandards | undefined;
  PanelPart?: ComponentType<{ row: LedgerRow; mayEdit: boolean }>;
  onClose: () => void;
}

/** The open row beside the list: what is worth a look, its form, its files and what was done to it. */
export function LedgerPanel({ definition, uid, terms, standards, PanelPart, onClose }: LedgerPanelProps) {
  const query = useLedgerRow(definition, uid);
  const mayEdit = useRight('editTasks');
  return (
    <SidePanel
      title={query.data === undefined ? definition.name : titleOf(definition, query.data)}
      width={460}
      onClose={onClose}
    >
      <QueryView query={query}>
        {(row) => (
          <>
            <State definition={definition} row={row} standards={standards} />
            {PanelPart !== undefined && <PanelPart row={row} mayEdit={mayEdit} />}
            <RowForm definition={definition} row={row} terms={terms} mayEdit={mayEdit} onRemoved={onClose} />
            {definition.files !== undefined && (
              <>
                <h3>{definition.files}</h3>
                <AttachmentList subject={{ kind: definition.key, uid }} label={definition.files} />
              </>
            )}
            <RowHistory definition={definition} uid={uid} />
          </>
        )}
      </QueryView>
    </SidePanel>
  );
}

interface StateProps {
  definition: LedgerDefinition;
  row: LedgerRow;
  standards: LedgerStandards | undefined;
}

function State({ definition, row, standards }: StateProps) {
  const { derived = [], due } = definition;
  const today = useCurrentDay();
  const around = { today, standards: standards ?? {}, beside: row.beside };
  const facts: Fact[] = derived
    .map(({ name, text }) => [name, text(row.values, around)] as const)
    .filter(([, text]) => text !== '');
  if (row.due !== null && due !== undefined)
    facts.unshift([
      dueHeading(due),
      <LightTag key="due" light={dueLights[row.due.state]} word={row.due.on} />,
    ]);
  return (
    <>
      {definition.kept !== undefined && <MissingHolidays days={daysIn(row)} />}
      {row.hints.length > 0 && (
        <ul className={styles.hints} aria-label="需要注意">
          {row.hints.map(({ field, text }) => (
            <li key={`${field} ${text}`}>
              <LightTag light="yellow" word={text} />
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && <FactList facts={facts} />}
    </>
  );
}

/** Whatever of a row is a day, also the one that is reckoned. */
function daysIn({ values, due }: LedgerRow): string[] {
  const days = Object.values(values)
    .map(String)
    .filter((value) => /^\d{4}-\d{2}-\d{2}$/u.test(value));
  return [...days, ...(due === null ? [] : [due.on])];
}

interface RowFormProps {
  definition: LedgerDefinition;
  row: LedgerRow;
  terms: Record<string, Term[]> | undefined;
  mayEdit: boolean;
  onRemoved: () => void;
}

function RowForm({ definition, row, terms, mayEdit, onRemoved }: RowFormProps) {
  // What stood there when the first field was touched: what others store meanwhile shows as a conflict.
  const [touched, setTouched] = useState<LedgerValues | null>(null);
  const title = titleOf(definition, row);
  const { save, saving, dialog } = usePatchWithConflicts(client.ledgers.update, {
    success: `已保存“${title}”`,
    labels: fieldLabels(definition),
    format: (field, value) => wordsOfField(field, value as LedgerValue),
    onSaved: () => setTouched(null),
  });
  const remove = useOperation(client.ledgers.remove, { success: `已删除“${title}”`, undoable: true });
  const seen = touched ?? row.values;

  function wordsOfField(field: string, value: LedgerValue): string {
    const column = definition.columns.find(({ key }) => key === field);
    if (column === undefined) return '另一个地方';
    const termName = (wanted: string) => terms?.[field]?.find((term) => term.uid === wanted)?.name;
    return (
      cellText(column, value, (_column, pointed) => termName(pointed) ?? row.names[pointed] ?? '') || '(空)'
    );
  }

  return (
    <>
      <Form<LedgerValues>
        key={JSON.stringify(seen)}
        layout="vertical"
        requiredMark={false}
        disabled={!mayEdit}
        initialValues={seen}
        onValuesChange={() => setTouched(seen)}
        onFinish={(typed) =>
          save({ ledger: definition.key, uid: row.uid, ...patchOf(seen, sentValues(definition, typed)) })
        }
      >
        <LedgerFields definition={definition} terms={terms} row={row} />
        {mayEdit && (
          <div className={styles.buttons}>
            <Button type="primary" htmlType="submit" loading={saving} disabled={touched === null}>
              保存
            </Button>
            <Button
              loading={remove.running}
              onClick={() =>
                void remove
                  .run({ ledger: definition.key, uids: [row.uid] })
                  .then(({ done }) => done && onRemoved())
              }
            >
              删除
            </Button>
          </div>
        )}
      </Form>
      {dialog}
    </>
  );
}

function patchOf(seen: LedgerValues, typed: LedgerValues) {
  // Both have the same keys, each with a value.
  return changesBetween(seen, typed) as {
    base: Record<string, LedgerValue>;
    set: Record<string, LedgerValue>;
  };
}

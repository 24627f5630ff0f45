import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { ChoiceList, useChoiceKeys } from '#renderer/ui/choice-list.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { setupTables } from '../tables.ts';
import styles from './new-paper-dialog.module.css';

interface Choice {
  key: string;
  kind: string;
  kindName: string;
  name: string;
  templateKey: string | null;
}

/** Which template to begin with: one click, or a few letters and Enter. */
export function NewPaperDialog({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const kinds = useQuery(api.papers.kinds.queryOptions({ meta: { tables: setupTables } })).data ?? [];
  const templates = useQuery(api.papers.templates.queryOptions({ meta: { tables: setupTables } })).data ?? [];
  const create = useOperation(client.papers.create);

  const active = kinds.filter((kind) => kind.active);
  const choices: Choice[] = active.flatMap(({ code, name }) => [
    ...templates
      .filter((template) => template.active && template.kind === code)
      .map((template) => ({
        key: template.key,
        kind: code,
        kindName: name,
        name: template.name,
        templateKey: template.key,
      })),
    { key: `blank ${code}`, kind: code, kindName: name, name: `空白${name}`, templateKey: null },
  ]);
  const found = choices.filter(
    ({ name, kindName, templateKey }) =>
      (name + kindName).includes(text.trim()) && (templateKey !== null || text.trim() !== ''),
  );

  async function choose({ kind, templateKey }: Choice): Promise<void> {
    const outcome = await create.run({ kind, templateKey, subject: null });
    if (outcome.done) navigate(`/papers/${outcome.value.uid}`);
  }
  const choice = useChoiceKeys(found, (chosen) => void choose(chosen), text);

  return (
    <Modal open title="拟稿" footer={null} width={560} onCancel={onClose} mask={{ closable: false }}>
      <FirstField
        placeholder="选一个模板，或输入文种名称；输入后也列出空白的"
        aria-label="查找模板"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={choice.onKeyDown}
        {...choice.inputProps}
      />
      <ChoiceList
        {...choice.listProps}
        label="模板"
        empty="没有这样的模板，换个词试试。"
        render={({ name, kindName }) => (
          <>
            <span className={styles.name}>{name}</span>
            <span className={styles.kind}>{kindName}</span>
          </>
        )}
      />
    </Modal>
  );
}

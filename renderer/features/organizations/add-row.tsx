import { Button, Input, type InputRef, Select } from 'antd';
import { useRef, useState } from 'react';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { levelNames, type OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { defaultShortName } from '#shared/rules/organizations/default-short-name.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import styles from './organizations-page.module.css';
import { useOrganizationsPage } from './use-organizations.ts';

interface AddRowProps {
  parent: OrganizationNode;
  levels: OrganizationLevel[];
}

/** One line below the list: name, Enter, next name. */
export function AddRow({ parent, levels }: AddRowProps) {
  const { day } = useOrganizationsPage();
  const [level, setLevel] = useState(levels[0]);
  const [name, setName] = useState('');
  const [shortName, setShortName] = useState('');
  const nameField = useRef<InputRef>(null);
  const add = useOperation(client.organizations.add, {
    undoable: true,
    success: (_output, { items }) => `已新增“${items[0]?.name ?? ''}”`,
  });
  if (level === undefined) return null;
  const chosen = level;

  async function save(): Promise<void> {
    if (name.trim() === '') return;
    const item = { level: chosen, parentUid: parent.uid, name, shortName, marks: [] };
    const outcome = await add.run({ items: [item], from: day, document: '', afterUid: null });
    if (!outcome.done) return;
    setName('');
    setShortName('');
    nameField.current?.focus();
  }

  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {levels.length > 1 && (
        <Select
          aria-label="级别"
          style={{ width: 130 }}
          value={level}
          options={levels.map((value) => ({ value, label: levelNames[value] }))}
          onChange={setLevel}
        />
      )}
      <Input
        ref={nameField}
        aria-label="新增名称"
        style={{ flex: 1, minWidth: 160 }}
        placeholder={`新增${levelNames[level]}：填写名称，按回车`}
        maxLength={60}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Input
        aria-label="新增简称"
        style={{ width: 160 }}
        placeholder={name.trim() === '' ? '简称(可不填)' : defaultShortName(name.trim(), level)}
        maxLength={30}
        autoComplete="off"
        value={shortName}
        onChange={(event) => setShortName(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={add.running} disabled={name.trim() === ''}>
        新增
      </Button>
    </form>
  );
}

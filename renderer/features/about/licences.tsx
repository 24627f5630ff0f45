import { useQuery } from '@tanstack/react-query';
import { Collapse, Input } from 'antd';
import { useMemo, useState } from 'react';
import type { LicenceText } from '#shared/contract/about.ts';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from './about.module.css';

/** The licences of all parts, by component or kind of licence; the text opens under its line. */
export function Licences() {
  const licences = useQuery(api.about.licences.queryOptions());
  const [text, setText] = useState('');
  return (
    <>
      <Input.Search
        className={styles.search ?? ''}
        allowClear
        value={text}
        placeholder="组件名或许可证，如 react、MIT"
        aria-label="查找组件"
        onChange={(event) => setText(event.target.value)}
      />
      <QueryView query={licences}>{(all) => <LicenceList all={all} text={text.trim()} />}</QueryView>
    </>
  );
}

interface Line {
  key: string;
  name: string;
  licence: string;
  text: string;
}

function LicenceList({ all, text }: { all: LicenceText[]; text: string }) {
  const lines = useMemo(() => linesOf(all), [all]);
  const word = text.toLowerCase();
  const found = lines.filter((line) => `${line.name} ${line.licence}`.toLowerCase().includes(word));
  if (found.length === 0) return <EmptyState text={'没有这样的组件。\n换个词再找。'} />;
  return (
    <div lang="en">
      <Collapse
        size="small"
        ghost
        items={found.map((line) => ({
          key: line.key,
          label: line.name,
          extra: line.licence,
          children: <pre className={styles.text}>{line.text}</pre>,
        }))}
      />
    </div>
  );
}

function linesOf(all: LicenceText[]): Line[] {
  return all
    .flatMap(({ components, text }) =>
      components.map(({ name, version, licence }) => ({
        key: `${name} ${version}`,
        name: `${name} ${version}`,
        licence,
        text,
      })),
    )
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

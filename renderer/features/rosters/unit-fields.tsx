import { AutoComplete, Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import styles from './rosters.module.css';
import { organizationTree } from '#renderer/ui/shared-queries.ts';

/** Unit and post as a form holds them. */
export interface UnitValues {
  unit?: string;
  post?: string;
}

function useUnits() {
  return useQuery(organizationTree(null));
}

/** A unit of the office's organizations by its full or short name; any other unit stays as it is written. */
export function useUnitOf(): (text: string | undefined) => { organizationUid: string | null; unit: string } {
  const { data } = useUnits();
  const byName = useMemo(() => {
    const nodes = (data ?? []).filter(({ level }) => level !== 'village');
    const full = Map.groupBy(nodes, ({ name }) => name);
    return (text: string) => {
      const same = full.get(text) ?? [];
      return same.length === 1 ? (same[0]?.uid ?? null) : null;
    };
  }, [data]);
  return (text = '') => ({ organizationUid: byName(text.trim()), unit: text.trim() });
}

/** 单位 and 职务; units are offered by name or pinyin initials. */
export function UnitFields({ names = ['unit', 'post'] }: { names?: [string, string] }) {
  const { data } = useUnits();
  const options = useMemo(
    () =>
      (data ?? [])
        .filter(({ level }) => level !== 'village')
        .map(({ name, shortName, initials }) => ({ value: name, words: `${name} ${shortName} ${initials}` })),
    [data],
  );
  return (
    <div className={styles.row}>
      <Form.Item name={names[0]} label="单位">
        <AutoComplete
          options={options}
          placeholder="名称或拼音首字母"
          showSearch={{
            filterOption: (text, option) => option?.words.includes(text.trim().toLowerCase()) ?? false,
          }}
        />
      </Form.Item>
      <Form.Item name={names[1]} label="职务">
        <Input maxLength={100} autoComplete="off" placeholder="如：副局长" />
      </Form.Item>
    </div>
  );
}

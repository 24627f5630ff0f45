import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useMemo } from 'react';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { organizationTree } from './shared-queries.ts';

interface NamedUnit {
  uid: string;
  /** As it stands in its own place: 中山街道. */
  name: string;
  /** With its county, where it stands in one: 城东区中山街道. */
  fullName: string;
  words: string;
}

function useUnits(): readonly NamedUnit[] {
  const { data } = useQuery(organizationTree(null));
  return useMemo(() => unitsOf(data ?? []), [data]);
}

/** A unit of the office's organizations by its name, with or without its county; any other unit stays as it is written. */
export function useUnitOf(): (text: string | undefined) => { organizationUid: string | null; unit: string } {
  const units = useUnits();
  const byName = useMemo(() => {
    const [full, plain] = [
      Map.groupBy(units, ({ fullName }) => fullName),
      Map.groupBy(units, ({ name }) => name),
    ];
    return (text: string) => {
      const same = full.get(text) ?? plain.get(text) ?? [];
      return same.length === 1 ? (same[0]?.uid ?? null) : null;
    };
  }, [units]);
  return (text = '') => ({ organizationUid: byName(text.trim()), unit: text.trim() });
}

interface UnitFieldProps {
  /** Offers names with their county. */
  withCounty?: boolean;
  /** From antd's Form.Item. */
  id?: string;
  value?: string;
  onChange?: (text: string) => void;
}

/** A unit by name or pinyin initials, or any other as it is typed; a field of a form. */
export function UnitField({ withCounty = false, id, value, onChange }: UnitFieldProps) {
  const units = useUnits();
  const options = useMemo(
    () => units.map(({ name, fullName, words }) => ({ value: withCounty ? fullName : name, words })),
    [units, withCounty],
  );
  return (
    <AutoComplete
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      options={options}
      placeholder="名称或拼音首字母"
      showSearch={{
        filterOption: (text, option) => option?.words.includes(text.trim().toLowerCase()) ?? false,
      }}
    />
  );
}

function unitsOf(nodes: readonly OrganizationNode[]): NamedUnit[] {
  const counties = new Map(
    nodes.filter(({ level }) => level === 'county').map(({ uid, name }) => [uid, name]),
  );
  return nodes
    .filter(({ level }) => level !== 'village')
    .map(({ uid, name, shortName, initials, parentUid }) => {
      const county = counties.get(parentUid ?? '') ?? '';
      const fullName = name.startsWith(county) ? name : `${county}${name}`;
      return { uid, name, fullName, words: `${fullName} ${name} ${shortName} ${initials}`.toLowerCase() };
    });
}

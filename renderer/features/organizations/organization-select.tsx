import { Select } from 'antd';
import { useMemo } from 'react';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { mayStandUnder, type OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { matches } from './model/tree-index.ts';
import { useOrganizationsPage } from './use-organizations.ts';

interface ParentSelectProps {
  /** Which may be chosen. */
  filter: (node: OrganizationNode) => boolean;
  label: string;
  value?: string;
  onChange?: (uid: string) => void;
}

/** One organization, found by name or pinyin initials. */
export function OrganizationSelect({ filter, label, value, onChange }: ParentSelectProps) {
  const { nodes, index } = useOrganizationsPage();
  const options = useMemo(
    () =>
      nodes.filter(filter).map((node) => ({
        value: node.uid,
        label: pathText(index.pathOf(node.uid)) || node.name,
      })),
    [nodes, index, filter],
  );
  return (
    <Select
      aria-label={label}
      placeholder="名称或拼音首字母"
      options={options}
      showSearch={{
        filterOption: (text, option) => {
          const node = index.byUid.get(String(option?.value));
          return node !== undefined && matches(node, text);
        },
      }}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
    />
  );
}

function pathText(path: readonly OrganizationNode[]): string {
  return path.map((node) => node.name).join(' / ');
}

/** Those below which something of this level may stand. */
export function parentsFor(level: OrganizationLevel): (node: OrganizationNode) => boolean {
  return (node) => mayStandUnder(level, node.level);
}

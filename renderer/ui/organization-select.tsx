import { useQuery } from '@tanstack/react-query';
import { Select, Tooltip } from 'antd';
import { type ReactNode, useMemo } from 'react';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { type OrganizationLevel, levelNames } from '#shared/rules/organizations/levels.ts';
import { organizationTree } from './shared-queries.ts';
import { TabLeaves } from './tab-leaves.tsx';

interface CommonProps {
  'aria-label': string;
  placeholder?: string;
  /** Which levels are offered; all of them without it. */
  levels?: readonly OrganizationLevel[];
  /** What was chosen when it still existed. */
  former?: { uid: string; name: string };
  /** How many of the chosen ones are shown by name; the others as a number, with their names beside it. */
  shown?: number;
  /** From antd's Form.Item. */
  id?: string;
}
interface OneProps extends CommonProps {
  multiple?: false;
  value?: string | null;
  onChange?: (uid: string | null) => void;
}
interface ManyProps extends CommonProps {
  multiple: true;
  value?: readonly string[];
  onChange?: (uids: string[]) => void;
}

interface Option {
  value: string;
  label: string;
  /** Where it belongs, beside its name. */
  note: string;
  /** Name, short name and initials, its own and those of what it belongs to: a county's name finds its townships. */
  words: string;
}

/** Chooses organizations as they stand today, found by name, short name or pinyin initials; a field of a form. */
export function OrganizationSelect(props: OneProps | ManyProps) {
  const { levels, placeholder = '名称或拼音首字母', id, former, shown, 'aria-label': label } = props;
  const { data = [] } = useQuery(organizationTree(null));
  const options = useMemo(() => withFormer(optionsOf(data, levels), former), [data, levels, former]);
  const twins = useMemo(() => namesOfTwins(options), [options]);
  const common = {
    ...(id === undefined ? {} : { id }),
    'aria-label': label,
    placeholder,
    options,
    showSearch: { filterOption: isMeant },
    optionRender: renderOption,
    // Words, not elements: antd shows them in full where they are cut.
    labelRender: ({ value, label: name }: { value?: unknown; label?: ReactNode }) =>
      twins.get(String(value)) ?? name,
    style: { width: '100%' },
  };
  return (
    <TabLeaves>
      {props.multiple === true ? (
        <Select<string[], Option>
          {...common}
          mode="multiple"
          {...(shown === undefined ? {} : { maxTagCount: shown })}
          maxTagPlaceholder={(rest) => restOf(rest.map(({ value }) => nameOf(options, value)))}
          allowClear
          value={[...(props.value ?? [])]}
          onChange={(uids) => props.onChange?.(uids)}
        />
      ) : (
        <Select<string | null, Option>
          {...common}
          allowClear
          value={props.value ?? null}
          onChange={(uid) => props.onChange?.(uid ?? null)}
        />
      )}
    </TabLeaves>
  );
}

function optionsOf(nodes: readonly OrganizationNode[], levels: CommonProps['levels']): Option[] {
  const byUid = new Map(nodes.map((node) => [node.uid, node]));
  const wordsOf = ({ name, shortName, initials, level, parentUid }: OrganizationNode): string => {
    const above = level === 'township' || level === 'village' ? byUid.get(parentUid ?? '') : undefined;
    const own = `${name} ${shortName} ${initials}`.toLowerCase();
    return above === undefined ? own : `${own} ${wordsOf(above)}`;
  };
  return nodes
    .filter(({ level }) => levels === undefined || levels.includes(level))
    .map((node) => ({
      value: node.uid,
      label: node.name,
      note:
        node.level === 'township' || node.level === 'village'
          ? (byUid.get(node.parentUid ?? '')?.shortName ?? '')
          : levelNames[node.level],
      words: wordsOf(node),
    }));
}

/** Without it a field would show the key of what no longer exists. */
function withFormer(options: Option[], former: CommonProps['former']): Option[] {
  if (former === undefined || options.some(({ value }) => value === former.uid)) return options;
  const { uid, name } = former;
  return [...options, { value: uid, label: name, note: '已撤销', words: name.toLowerCase() }];
}

/** What a name that several of them have is called apart: 城关镇(东山). */
function namesOfTwins(options: readonly Option[]): ReadonlyMap<string, string> {
  const twins = [...Map.groupBy(options, ({ label }) => label).values()].filter(({ length }) => length > 1);
  return new Map(twins.flat().map(({ value, label, note }) => [value, `${label}(${note})`]));
}

function isMeant(text: string, option?: Option): boolean {
  return option?.words.includes(text.trim().toLowerCase()) ?? false;
}

function nameOf(options: readonly Option[], uid: unknown): string {
  return options.find(({ value }) => value === uid)?.label ?? '';
}

function restOf(names: readonly string[]) {
  return <Tooltip title={names.join('、')}>等另外 {names.length} 个</Tooltip>;
}

function renderOption({ data }: { data: Option }) {
  return (
    <>
      {data.label} <span style={{ color: '#8c8c8c' }}>{data.note}</span>
    </>
  );
}

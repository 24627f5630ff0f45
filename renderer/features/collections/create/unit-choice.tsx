import { Button, Select, Space } from 'antd';
import type { ProposedUnit } from '#shared/contract/collections.ts';
import type { CollectionOrigin } from '#shared/rules/collections/definition.ts';
import { useProposal } from '../use-collections.ts';

interface UnitChoiceProps {
  origin: CollectionOrigin;
  /** From antd's Form.Item. */
  id?: string;
  value?: string[];
  onChange?: (uids: string[]) => void;
}

const SHOWN = 12;

/** Those who have something to fill in, one by one or all of a level at once. */
export function UnitChoice({ origin, id, value = [], onChange }: UnitChoiceProps) {
  const { data } = useProposal(origin);
  const units = data?.units ?? [];
  const levels = [...Map.groupBy(units, ({ levelName }) => levelName)];
  const uidsOf = (some: readonly ProposedUnit[]) => some.map(({ organizationUid }) => organizationUid);

  return (
    <Space vertical style={{ width: '100%' }}>
      <Space wrap>
        {levels.map(([level, some]) => (
          <Button
            key={level}
            size="small"
            onClick={() => onChange?.([...new Set([...value, ...uidsOf(some)])])}
          >
            全部{level}({some.length})
          </Button>
        ))}
        {value.length > 0 && (
          <Button size="small" type="text" onClick={() => onChange?.([])}>
            清空
          </Button>
        )}
        {value.length > 0 && <span>已选 {value.length} 个</span>}
        {data !== undefined && units.length === 0 && <span>现在没有单位有要填的内容</span>}
      </Space>
      <Select<string[]>
        {...(id === undefined ? {} : { id })}
        mode="multiple"
        allowClear
        style={{ width: '100%' }}
        placeholder="单位名称"
        loading={data === undefined}
        maxTagCount={SHOWN}
        maxTagPlaceholder={(rest) => `等另外 ${rest.length} 个`}
        showSearch={{ optionFilterProp: 'label' }}
        options={units.map(({ organizationUid, name, givenRows }) => ({
          value: organizationUid,
          label: givenRows === 0 ? name : `${name}(${givenRows}行)`,
        }))}
        value={value}
        onChange={(uids) => onChange?.(uids)}
      />
    </Space>
  );
}

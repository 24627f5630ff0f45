import { Button, Select, Space } from 'antd';
import type { ProposedUnit } from '#shared/contract/collections.ts';

interface UnitChoiceProps {
  /** Those who have something to fill in; null: still being read. */
  units: readonly ProposedUnit[] | null;
  /** Chosen as long as the clerk has not chosen himself. */
  usual: readonly string[];
  /** Said where there are none. */
  none?: string;
  /** From antd's Form.Item. */
  id?: string;
  value?: readonly string[] | null;
  onChange?: (uids: string[]) => void;
}

const SHOWN = 12;

/** Units one by one, or all of a level at once. */
export function UnitChoice({
  units,
  usual,
  none = '现在没有单位有要填的内容',
  id,
  value,
  onChange,
}: UnitChoiceProps) {
  const all = units ?? [];
  const chosen = value ?? usual;
  const levels = [...Map.groupBy(all, ({ levelName }) => levelName)];
  const add = (some: readonly ProposedUnit[]) =>
    onChange?.([...new Set([...chosen, ...some.map(({ organizationUid }) => organizationUid)])]);

  return (
    <Space vertical style={{ width: '100%' }}>
      <Space wrap>
        {levels.map(([level, some]) => (
          <Button key={level} size="small" onClick={() => add(some)}>
            全部{level}({some.length})
          </Button>
        ))}
        {chosen.length > 0 && (
          <>
            <Button size="small" type="text" onClick={() => onChange?.([])}>
              清空
            </Button>
            <span>已选 {chosen.length} 个</span>
          </>
        )}
        {units?.length === 0 && <span>{none}</span>}
      </Space>
      <Select<string[]>
        {...(id === undefined ? {} : { id })}
        mode="multiple"
        allowClear
        style={{ width: '100%' }}
        placeholder="单位名称"
        loading={units === null}
        maxTagCount={SHOWN}
        maxTagPlaceholder={(rest) => `等另外 ${rest.length} 个`}
        showSearch={{ optionFilterProp: 'label' }}
        options={all.map(({ organizationUid, name, givenRows }) => ({
          value: organizationUid,
          label: givenRows === 0 ? name : `${name}(${givenRows}行)`,
        }))}
        value={[...chosen]}
        onChange={(uids) => onChange?.(uids)}
      />
    </Space>
  );
}

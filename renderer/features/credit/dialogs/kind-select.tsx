import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { CreditKind } from '#shared/contract/credit.ts';
import { eventEffectNames } from '#shared/rules/credit/levels.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { api } from '#renderer/app/client.ts';
import { creditTables } from '../words.ts';

interface KindSelectProps {
  /** Only kinds in use on the day are offered. */
  day: string;
  /** Given by Form.Item. */
  id?: string;
  value?: string;
  onChange?: (uid: string) => void;
}

/** A kind of the office's list, with what it leads to. */
export function KindSelect({ day, id, value, onChange }: KindSelectProps) {
  const { data = [] } = useQuery(api.credit.kinds.queryOptions({ meta: { tables: creditTables } }));
  const offered = data.filter(
    ({ uid, validFrom, validTo }) =>
      uid === value || (validFrom <= day && (validTo === null || day <= validTo)),
  );
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      placeholder="选择种类"
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent="这一天没有可用的种类，请到“规则 › 信用事项的种类”里新增"
      options={offered.map((kind) => ({ value: kind.uid, label: `${kind.name}（${effectText(kind)}）` }))}
      {...(onChange === undefined ? {} : { onChange })}
    />
  );
}

/** 计 3 分, 列入守信. */
function effectText({ effect, points }: CreditKind): string {
  return points === null ? eventEffectNames[effect] : `计 ${pointsText(points)} 分`;
}

import { Tag } from 'antd';

/** What happens to a row. */
export const actionTags = {
  add: <Tag color="green">新增</Tag>,
  change: <Tag color="gold">更新</Tag>,
  same: <Tag>不变</Tag>,
  none: <Tag color="red">不导入</Tag>,
} as const;

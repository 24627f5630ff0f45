import { Segmented } from 'antd';
import { useLocation } from 'wouter';

const tabs = [
  { value: '/duty', label: '值班表' },
  { value: '/duty-log', label: '值班日志' },
  { value: '/duty-reports', label: '每日报告' },
  { value: '/duty-people', label: '人员' },
  { value: '/partner-units', label: '联动单位' },
] as const;
export type DutyTab = (typeof tabs)[number]['value'];

/** The pages of duty, one click from each other. */
export function DutyTabs({ current }: { current: DutyTab }) {
  const [, navigate] = useLocation();
  return (
    <Segmented<DutyTab>
      aria-label="值班的页面"
      value={current}
      options={[...tabs]}
      onChange={(path) => navigate(path)}
    />
  );
}

import type { FirstStep } from '#shared/contract/first-steps.ts';

/** What each step is called, what it is for, and the page where it is done. */
export const stepWords: Readonly<Record<FirstStep, { title: string; text: string; href: string }>> = {
  organizations: { title: '机构', text: '区县、乡镇街道和成员单位', href: '/organizations' },
  people: { title: '人员', text: '粘贴消安委的名册', href: '/rosters' },
  scheme: { title: '考核方案', text: '从 Excel 导入，定日期施行', href: '/schemes' },
  period: { title: '考核期', text: '开启第一个考核期', href: '/assessment' },
  scores: { title: '打分', text: '录入或粘贴得分', href: '/assessment' },
  export: { title: '导出', text: '生成上报用的 Excel', href: '/assessment' },
  secondBackup: { title: '备份的第二位置', text: 'U 盘或网络文件夹', href: '/settings/backups' },
  password: { title: '密码和身份', text: '几个人共用时设', href: '/settings/users' },
};

import ScheduleOutlined from '@ant-design/icons/ScheduleOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const dutyPages: readonly PageEntry[] = [
  {
    path: '/duty/:uid?',
    title: '值班',
    page: lazyPage(
      () => import('./roster/roster-page.tsx'),
      (file) => file.RosterPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: ScheduleOutlined, section: '督查检查' },
    keywords: 'zb zhiban zbb paiban pb huanban hb jjr jiejiari dcjc',
    homeCard: lazyPage(
      () => import('./duty-card.tsx'),
      (file) => file.DutyCard,
    ),
  },
  {
    path: '/duty-log/:uid?',
    title: '值班日志',
    page: lazyPage(
      () => import('./log/log-page.tsx'),
      (file) => file.LogPage,
    ),
    right: 'view',
    staysOpen: true,
    parent: '/duty/:uid?',
    keywords: 'zbrz zhiban rizhi jjb jiaojieban',
  },
  {
    path: '/duty-reports/:day?',
    title: '每日报告',
    page: lazyPage(
      () => import('./reports-page.tsx'),
      (file) => file.ReportsPage,
    ),
    right: 'view',
    staysOpen: true,
    parent: '/duty/:uid?',
    keywords: 'mrbg rb ribao lbg lingbaogao zhiban',
  },
  {
    path: '/duty-people/:uid?',
    title: '值班人员',
    page: lazyPage(
      () => import('./people/people-page.tsx'),
      (file) => file.PeoplePage,
    ),
    right: 'view',
    staysOpen: true,
    parent: '/duty/:uid?',
    keywords: 'zbry zhiban renyuan qj qingjia tj tongji',
  },
  {
    path: '/partner-units/:uid?',
    title: '联动单位通讯录',
    page: lazyPage(
      () => import('./partners/partner-units-page.tsx'),
      (file) => file.PartnerUnitsPage,
    ),
    right: 'view',
    staysOpen: true,
    parent: '/duty/:uid?',
    keywords: 'lddw liandongdanwei txl tongxunlu dianhua dh zhiban',
  },
];

import { localDay } from '#shared/calendar/days.ts';
import type { KeySite, KeySiteFields, SiteView } from '#shared/contract/key-sites.ts';
import { isClosed } from '#shared/rules/key-sites/model.ts';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';

export const viewNames: Readonly<Record<SiteView, string>> = {
  active: '在册',
  duplicate: '疑似重复',
  closed: '已退出',
  all: '全部',
};

export const fieldLabels: Readonly<Record<keyof KeySiteFields, string>> = {
  name: '单位名称',
  organizationUid: '所在地',
  address: '地址',
  tradeUid: '行业',
  kindUids: '类别',
  responsiblePerson: '负责人',
  phone: '电话',
  note: '备注',
  closedOn: '退出日期',
};

export const placeLevels: readonly OrganizationLevel[] = ['county', 'township'];

export function placeText({ countyName, townshipName }: KeySite): string {
  return `${countyName} ${townshipName}`.trim();
}

export function kindText({ kinds }: KeySite): string {
  return kinds.map(({ name }) => name).join('、');
}

export function isOffLedger(site: KeySite): boolean {
  return isClosed(site, localDay(Date.now()));
}

/** What a clerk can change of it. */
export function fieldsOf(site: KeySite): KeySiteFields {
  const { name, organizationUid, address, tradeUid, responsiblePerson, phone, note, closedOn } = site;
  const kindUids = site.kinds.map(({ uid }) => uid);
  return { name, organizationUid, address, tradeUid, kindUids, responsiblePerson, phone, note, closedOn };
}

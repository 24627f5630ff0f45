import { describe, expect, it } from 'vitest';
import { identityKeys } from '#shared/rules/key-sites/same-site.ts';

const site = { name: '望江国际酒店（一店）', address: '滨江路 1 号', organizationId: 7 };

function isSame(one: typeof site, other: typeof site): boolean {
  return identityKeys(one).some((key) => identityKeys(other).includes(key));
}

describe('two entries are likely one site', () => {
  it('with the same name in the same township, however blanks and brackets are written', () => {
    expect(isSame(site, { name: '望江 国际酒店(一店)', address: '', organizationId: 7 })).toBe(true);
  });

  it('with the same name at the same address, wherever it was put', () => {
    expect(isSame(site, { ...site, address: '滨江路１号', organizationId: 8 })).toBe(true);
  });

  it('not with the same name elsewhere, nor where neither says an address', () => {
    expect(isSame(site, { ...site, address: '中山路 2 号', organizationId: 8 })).toBe(false);
    expect(isSame({ ...site, address: '' }, { ...site, address: '', organizationId: 8 })).toBe(false);
  });

  it('not with another name at the same place', () => {
    expect(isSame(site, { ...site, name: '望江国际酒店（二店）' })).toBe(false);
  });
});

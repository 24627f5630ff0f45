import { describe, expect, it } from 'vitest';
import type { NewKeySite } from '#shared/contract/key-sites.ts';
import { useLedgerOffice } from './support.ts';

describe('ledgers', () => {
  const office = useLedgerOffice('microStations');

  it('follow a key site to the entry that it is merged into, and back by one undo', async () => {
    const at = office.at();
    const { client, places } = at;
    const empty = { address: '', tradeUid: null, kindUids: [], responsiblePerson: '', phone: '', note: '' };
    const siteOf = (name: string): NewKeySite => ({
      name,
      organizationUid: places['城东区中山街道']!,
      ...empty,
    });
    const { uids } = await client.keySites.add({ items: ['甲商场', '甲商场二期'].map(siteOf) });
    const [keepUid, dropUid] = [uids[0]!, uids[1]!];
    const uid = await at.add('城东区中山街道', { name: '商场微站', kind: 'keySite', site: dropUid });
    const named = async () => (await client.ledgers.get({ ledger: at.ledger, uid })).values['site'];
    expect(await named()).toBe(dropUid);
    const seen = {
      keep: { ...siteOf('甲商场'), closedOn: null },
      drop: { ...siteOf('甲商场二期'), closedOn: null },
    };
    await client.keySites.merge({ keepUid, dropUid, seen, values: seen.keep });
    expect(await named()).toBe(keepUid);
    await client.history.undo({});
    expect(await named()).toBe(dropUid);
  });
});

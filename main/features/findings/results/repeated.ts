import type { RepeatedFindings, ResultScope } from '#shared/contract/finding-results.ts';
import type { Asker } from '#main/features/campaigns/index.ts';
import { Places } from '#main/features/key-sites/index.ts';
import { repeatedFindings } from './queries.ts';
import { scopeOf } from './scope.ts';

const SHOWN = 200;

export function repeatedOf(asker: Asker, scope: ResultScope): RepeatedFindings {
  const { db, today } = asker;
  const places = new Places(db, today);
  const rows = db.all(repeatedFindings, { ...scopeOf(asker, scope).params, limit: SHOWN + 1 });
  return {
    rows: rows.slice(0, SHOWN).map((row) => ({
      uid: row.uid,
      place: row.place,
      countyName: places.namesOn(row.county_id ?? 0, today).countyName,
      what: row.what,
      foundOn: row.found_on,
      status: row.status,
      earlier: { uid: row.earlier_uid, what: row.earlier_what, foundOn: row.earlier_found_on },
    })),
    isMore: rows.length > SHOWN,
  };
}

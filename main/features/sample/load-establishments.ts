import type { RunOperation } from './run-operation.ts';

/** Days on which townships hung their plaques, one county's after another's; a document for each. */
const days = [
  '2026-08-21',
  '2026-09-04',
  '2026-09-18',
  '2026-09-30',
  '2026-10-16',
  '2026-10-29',
  '2026-11-10',
];
/** Of so many townships one is left without a plaque. */
const MISSING = [11, 6];
const PLANNED_ON = '2026-12-20';

/** Which townships have put up their committee and their fire work station, and which are late. */
export async function loadEstablishments(run: RunOperation): Promise<void> {
  const kinds = (await run('establishments', 'kinds', undefined)).filter(({ level }) => level === 'township');
  for (const [rank, { uid: kindUid, name }] of kinds.entries()) {
    const every = MISSING[rank] ?? 2;
    const rows = await run('establishments', 'list', { kindUid, countyUid: null, view: 'all', text: '' });
    const hung = rows.filter((_, place) => place % every !== every - 1);
    for (const [place, establishedOn] of days.entries()) {
      const units = hung.filter((_, index) => Math.floor((index * days.length) / hung.length) === place);
      const document = `安消安办〔2026〕${10 * (rank + 1) + place}号`;
      const organizationUids = units.map(({ organizationUid }) => organizationUid);
      await run('establishments', 'establish', { kindUid, organizationUids, establishedOn, document });
    }
    const late = rows[every - 1];
    if (late === undefined) continue;
    const { organizationUid, plannedOn, note } = late;
    const set = { plannedOn: PLANNED_ON, note: `${name}办公用房正在腾退` };
    await run('establishments', 'update', { kindUid, organizationUid, base: { plannedOn, note }, set });
  }
}

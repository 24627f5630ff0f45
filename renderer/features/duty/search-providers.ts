import { shortDay } from '#shared/calendar/days.ts';
import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';

const LIMIT = 8;

/** Matters of the duty log by what was said, by whom, or how it was handled. */
export const dutyLogSearch: SearchProvider = {
  name: '值班日志',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const entries = await client.dutyLog.find({ text: text.trim(), limit: LIMIT }, { signal });
    return entries.map(({ uid, matter, day, sender }) => ({
      key: `/duty-log/${uid}`,
      title: matter,
      kind: '值班日志',
      href: `/duty-log/${uid}`,
      note: `${shortDay(day)} ${sender}`.trim(),
    }));
  },
};

/** Partner units by name or pinyin initials, with their duty phone. */
export const partnerSearch: SearchProvider = {
  name: '联动单位',
  async find(text, signal) {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return [];
    const { units } = await client.partnerUnits.list(undefined, { signal });
    return units
      .filter(({ name, initials, kind }) => `${name} ${initials} ${kind}`.includes(wanted))
      .slice(0, LIMIT)
      .map(({ uid, name, dutyPhone }) => ({
        key: `/partner-units/${uid}`,
        title: name,
        kind: '联动单位',
        href: `/partner-units/${uid}`,
        note: dutyPhone,
      }));
  },
};
